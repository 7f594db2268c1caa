INSERT INTO source (name, digest, taken) VALUES (?1, ?2, ?3)
ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, taken = excluded.taken
RETURNING id;
