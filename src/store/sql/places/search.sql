SELECT place.id, place.key, place.name, place.body, source.name AS source, near.rank
FROM (SELECT rowid, rank FROM names WHERE names MATCH ?1 ORDER BY rank LIMIT ?2) AS near
CROSS JOIN place ON place.id = near.rowid
CROSS JOIN source ON source.id = place.source
ORDER BY near.rank;
