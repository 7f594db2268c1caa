INSERT INTO box (id, south, north, west, east, low, high, hazards) VALUES (?1, ?2, ?2, ?3, ?3, ?4, ?4, ?5);
