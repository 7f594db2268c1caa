INSERT INTO pin (one, hash, wrong, waiting_ms, since_ms, trusted) VALUES (1, ?1, 0, 0, 0, 0)
ON CONFLICT (one) DO UPDATE SET hash = excluded.hash, wrong = 0, waiting_ms = 0;
