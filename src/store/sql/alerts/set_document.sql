INSERT INTO document (name, at, tries, done) VALUES (?1, ?2, 1, ?3)
ON CONFLICT (name) DO UPDATE SET at = excluded.at, tries = tries + 1, done = max(done, excluded.done)
