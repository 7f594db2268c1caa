INSERT INTO ledger (seq, record, hash) VALUES (?1, ?2, ?3);
