-- Places from open data, by the file they came from. Kept apart from the content (which is made again from packs) and from the state
-- (whose PIN and ledger shall not wait while ten thousand rows are written).
CREATE TABLE source (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE, -- the file's name, or demo
  digest BLOB NOT NULL,        -- of what it was made from, 32 bytes
  taken  TEXT NOT NULL         -- when, RFC 3339; empty when the clock was not believed
) STRICT;

CREATE TABLE place (
  id      INTEGER PRIMARY KEY,
  source  INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  key     TEXT    NOT NULL UNIQUE, -- the place's own id
  kind    INTEGER NOT NULL,        -- its number in place::Kind::ALL
  hazards INTEGER NOT NULL,        -- bit n: designated for the hazard with number n in place::Hazard::ALL
  lat     REAL,                    -- degrees; both or neither
  lon     REAL,
  sort    TEXT    NOT NULL,        -- folded kana
  name    TEXT    NOT NULL,        -- with ruby, in its notation
  kana    TEXT    NOT NULL,        -- hiragana
  body    TEXT    NOT NULL         -- place::Place as JSON
) STRICT;
CREATE INDEX place_kind ON place (kind, sort, key);
CREATE INDEX place_at ON place (kind, hazards, lat, lon);
CREATE INDEX place_source ON place (source);

-- How many there are, by kind and hazards.
CREATE TABLE tally (
  kind    INTEGER NOT NULL,
  hazards INTEGER NOT NULL,
  sample  INTEGER NOT NULL, -- 1 for the fictional town
  places  INTEGER NOT NULL,
  PRIMARY KEY (kind, hazards, sample)
) STRICT, WITHOUT ROWID;

-- The kind is a dimension of its own, so that the few of a rare kind are found without looking at the many of the others.
CREATE VIRTUAL TABLE box USING rtree (id, south, north, west, east, low, high, +hazards INTEGER);

-- As the names of the content: terms are cut by terms.rs, SQLite only splits at spaces.
CREATE VIRTUAL TABLE names USING fts5 (
  title, title_kana, also, also_kana,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2'
);
INSERT INTO names (names, rank) VALUES ('rank', 'bm25(4.0, 4.0, 1.0, 1.0)');
