-- Places are kept first and read afterwards, so that they are safe and shown in half a second; what is unread has no ruby from the
-- front end yet and is not found by a search.
CREATE TABLE unread (place INTEGER PRIMARY KEY REFERENCES place (id) ON DELETE CASCADE) STRICT;

-- Texts of the place (its address, how one walks there) with ruby: JSON, text to line.
ALTER TABLE place ADD COLUMN lines TEXT NOT NULL DEFAULT '';
-- The newest that a table of opening status says of a place which another file describes: JSON, see opening.rs.
ALTER TABLE place ADD COLUMN told TEXT NOT NULL DEFAULT '';
CREATE INDEX place_told ON place (id) WHERE told <> '';

-- The rows of such tables as they came.
CREATE TABLE opening (
  id     INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  body   TEXT    NOT NULL -- place::Place as JSON
) STRICT;
CREATE INDEX opening_source ON opening (source);
