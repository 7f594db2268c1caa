SELECT place.id, place.key, place.name, place.body, source.name AS source, near.weight
FROM (SELECT rowid, bm25(names, 4.0, 4.0, 1.0, 1.0) AS weight FROM names WHERE names MATCH ?1 ORDER BY weight LIMIT ?2) AS near
CROSS JOIN place ON place.id = near.rowid
CROSS JOIN source ON source.id = place.source
ORDER BY near.weight;
