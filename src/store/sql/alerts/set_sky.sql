INSERT INTO sky (one, port, satellites, seen, heard, told) VALUES (1, ?1, ?2, ?3, ?4, ?5)
ON CONFLICT (one) DO UPDATE SET port = excluded.port, satellites = excluded.satellites, seen = excluded.seen,
  heard = excluded.heard, told = excluded.told
