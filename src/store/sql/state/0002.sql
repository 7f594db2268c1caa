-- The staff PIN: a slow hash, and how often it was wrong.
CREATE TABLE pin (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  hash       TEXT    NOT NULL, -- PHC string format: algorithm, cost, salt, hash
  wrong      INTEGER NOT NULL, -- tries since the last right one, counted before they are judged
  waiting_ms INTEGER NOT NULL, -- how long the present wait is; 0 when there is none
  since_ms   INTEGER NOT NULL, -- its beginning, Unix milliseconds
  trusted    INTEGER NOT NULL  -- whether the clock was believed at its beginning
) STRICT;
