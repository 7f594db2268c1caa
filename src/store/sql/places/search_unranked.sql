-- Stops at the first that fit.
SELECT place.id, place.key, place.name, place.body, source.name AS source, near.weight
FROM (SELECT rowid, 0.0 AS weight FROM names WHERE names MATCH ?1 LIMIT ?2) AS near
CROSS JOIN place ON place.id = near.rowid
CROSS JOIN source ON source.id = place.source;
