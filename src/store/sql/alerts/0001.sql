-- Telegrams as they came and as they were read. Only ever added to; what is too old is swept. Kept apart from the state, whose ledger and
-- PIN shall not wait while a thousand telegrams are written.
CREATE TABLE telegram (
  id       TEXT    PRIMARY KEY,  -- of its bytes
  file     TEXT    NOT NULL,     -- the name under which it came first
  code     TEXT    NOT NULL,     -- VPWW55
  issued   INTEGER NOT NULL,     -- seconds since 1970
  sent     INTEGER NOT NULL,
  received INTEGER,              -- null when the clock was not believed
  extract  BLOB    NOT NULL,     -- alert::Telegram as JSON, zstd
  raw      BLOB                  -- as it came, zstd; null once it was swept
) STRICT, WITHOUT ROWID;
CREATE INDEX telegram_sent ON telegram (sent);
