INSERT INTO generation (channel, revision, digest, documents, checksum) VALUES (?1, ?2, ?3, ?4, ?5);
