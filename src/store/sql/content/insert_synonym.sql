INSERT OR IGNORE INTO synonym (generation, team, word, key) VALUES (?1, ?2, ?3, ?4);
