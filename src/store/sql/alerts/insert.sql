INSERT INTO telegram (id, file, code, issued, sent, received, extract, raw) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO NOTHING
