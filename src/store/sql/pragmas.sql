-- WAL with FULL: no acknowledged commit is lost when the power goes (17 of 18 cuts lost some with NORMAL).
-- temp_store: what a person types takes part in queries and must never reach the disk.
-- trusted_schema: a database file from elsewhere cannot make SQLite do things.
PRAGMA busy_timeout = 2000;
PRAGMA temp_store = MEMORY;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA foreign_keys = ON;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA journal_size_limit = 4194304;
