INSERT INTO entry (generation, position, document) VALUES (?1, ?2, ?3);
