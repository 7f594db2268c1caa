SELECT place.body, place.name, place.kana
FROM place JOIN source ON source.id = place.source
WHERE source.name = ?1
ORDER BY place.id;
