SELECT seq, record, hash FROM ledger WHERE seq > ?1 ORDER BY seq;
