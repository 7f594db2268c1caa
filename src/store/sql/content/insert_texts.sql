INSERT INTO texts (rowid, shown, read) VALUES (?1, ?2, ?3);
