SELECT place.key, place.name, place.kana, place.body, place.lines, place.told, source.name AS source, source.taken
FROM place JOIN source ON source.id = place.source
WHERE place.id = ?1;
