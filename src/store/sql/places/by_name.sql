SELECT place.id FROM place
WHERE place.kind BETWEEN ?1 AND ?2 AND (place.hazards & ?3) = ?3 AND (?4 = 0 OR place.lat IS NULL)
ORDER BY place.kind, place.sort, place.key
LIMIT ?5;
