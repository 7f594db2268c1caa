SELECT place.body, place.name, place.kana
FROM place JOIN source ON source.id = place.source
WHERE source.name = ?1 AND place.source NOT IN (SELECT source FROM opening)
ORDER BY place.id;
