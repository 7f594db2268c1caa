-- What the kiosk shows. All of it can be made again from a pack.
-- A generation is the list of documents of one pack. Documents are kept once, by what they say, so a new revision stores and
-- indexes only what changed, and going back is one row.
CREATE TABLE generation (
  id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice
  channel   TEXT    NOT NULL,
  revision  TEXT    NOT NULL,
  digest    BLOB    NOT NULL, -- of the pack, 32 bytes
  documents INTEGER NOT NULL,
  checksum  BLOB    NOT NULL  -- over the digests of its documents, in order
) STRICT;

-- The one row a channel that decides what is shown.
CREATE TABLE active (
  channel    TEXT    PRIMARY KEY,
  generation INTEGER NOT NULL REFERENCES generation (id),
  previous   INTEGER REFERENCES generation (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id        INTEGER PRIMARY KEY,
  digest    BLOB NOT NULL UNIQUE, -- of everything below, 32 bytes
  kind      TEXT NOT NULL,        -- guide, faq, …
  name      TEXT NOT NULL,        -- the id that authors gave
  tongue    TEXT NOT NULL,
  listed    TEXT NOT NULL,        -- what a shelf shows of it: content::Entry as JSON
  also      TEXT NOT NULL,        -- further words it should be found by
  read      TEXT NOT NULL,        -- how all of it is read, a line for each line
  sentences TEXT NOT NULL,        -- for the piece shown with a hit: see sentences.rs
  body      BLOB NOT NULL         -- as its room wrote it
) STRICT;
CREATE INDEX document_name ON document (name, kind, tongue);

CREATE TABLE entry (
  generation INTEGER NOT NULL REFERENCES generation (id),
  position   INTEGER NOT NULL,
  document   INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (generation, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_document ON entry (document, generation);

-- Words that find each other. `key` is the folded reading that a typed word is compared with.
CREATE TABLE synonym (
  generation INTEGER NOT NULL REFERENCES generation (id),
  team       INTEGER NOT NULL,
  word       TEXT    NOT NULL, -- folded
  key        TEXT    NOT NULL,
  PRIMARY KEY (generation, key, team, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX synonym_team ON synonym (generation, team);

-- Terms are cut by terms.rs; SQLite only splits at spaces. The text itself is not kept a second time. Names are few and short and
-- asked first; texts hold the names as well, so that words may be spread over both.
CREATE VIRTUAL TABLE names USING fts5 (
  title, title_kana, also, also_kana,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2'
);
INSERT INTO names (names, rank) VALUES ('rank', 'bm25(4.0, 4.0, 1.0, 1.0)');
CREATE VIRTUAL TABLE texts USING fts5 (
  shown, read,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2'
);
