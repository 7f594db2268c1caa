INSERT INTO board (digest, entry) VALUES (?1, ?2)
ON CONFLICT (digest) DO UPDATE SET entry = excluded.entry
