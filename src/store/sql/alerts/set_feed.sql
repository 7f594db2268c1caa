INSERT INTO feed (url, etag, modified, updated, heard, asked, fails, next, why)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, modified = excluded.modified, updated = excluded.updated,
  heard = excluded.heard, asked = excluded.asked, fails = excluded.fails, next = excluded.next, why = excluded.why
