-- What was asked of feeds, and what they said. Times are seconds since 1970 by the clock of this kiosk, right or wrong: only their distance
-- to now is ever used. `updated` is by the clock of whoever makes the feed.
CREATE TABLE feed (
  url      TEXT    PRIMARY KEY,
  etag     TEXT,
  modified TEXT,
  updated  INTEGER,
  heard    INTEGER,             -- how new what it told was; null before it was ever heard
  asked    INTEGER NOT NULL,    -- when it answered last
  fails    INTEGER NOT NULL,    -- in a row
  next     INTEGER NOT NULL,    -- not to be asked before
  why      TEXT                 -- of the last failure; null when there was none
) STRICT, WITHOUT ROWID;

-- Documents that were fetched: each once, for ever. One that could not be read is tried a few times.
CREATE TABLE document (
  name  TEXT    PRIMARY KEY,    -- of its file
  at    INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  done  INTEGER NOT NULL        -- 1: never again
) STRICT, WITHOUT ROWID;

CREATE TABLE traffic (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  day   TEXT    NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;

-- What the town publishes, word for word.
CREATE TABLE notice (
  source  TEXT    NOT NULL,     -- the address of the feed
  place   INTEGER NOT NULL,     -- from 0, as the feed has them
  title   TEXT    NOT NULL,
  words   TEXT    NOT NULL,
  link    TEXT    NOT NULL,
  at      INTEGER,              -- as the town gives it
  heard   INTEGER NOT NULL,
  PRIMARY KEY (source, place)
) STRICT, WITHOUT ROWID;
