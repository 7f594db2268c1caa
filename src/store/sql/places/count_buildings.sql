SELECT count(DISTINCT name) FROM place WHERE kind IN (0, 1, 5, 6, 7, 8);
