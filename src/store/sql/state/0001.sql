-- What only this kiosk knows. Nothing a visitor typed, chose or read is ever here.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What staff and the kiosk did. `hash` is the SHA-256 of the hash before and of `record`.
CREATE TABLE ledger (
  seq    INTEGER PRIMARY KEY, -- from 1, no gaps
  record TEXT NOT NULL,       -- canonical JSON
  hash   BLOB NOT NULL
) STRICT;
CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_never_shrinks BEFORE DELETE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

-- Where the ledger ends, so that a cut-off end is seen.
CREATE TABLE ledger_head (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  seq  INTEGER NOT NULL,
  hash BLOB    NOT NULL
) STRICT;
INSERT INTO ledger_head (one, seq, hash) VALUES (1, 0, zeroblob(32));
