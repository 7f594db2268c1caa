-- The notice board: what staff put up, took down or brought back, and how electricity and water are. Entries are never removed; what a notice
-- said is erased when its time is over.
CREATE TABLE board (
  digest BLOB PRIMARY KEY, -- SHA-256 of the entry with what it said
  entry  TEXT NOT NULL     -- JSON, as the room `board` writes it
) STRICT, WITHOUT ROWID;
