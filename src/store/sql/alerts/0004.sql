-- What the receiver of satellites hears, new or not. Times are seconds since 1970 by the clock of this kiosk, right or wrong.
CREATE TABLE sky (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  port       TEXT,              -- null: there is no receiver
  satellites INTEGER,           -- null: it does not tell
  seen       INTEGER,           -- any satellite
  heard      INTEGER,           -- a message, new or sent again
  told       INTEGER NOT NULL   -- when this was written
) STRICT;
