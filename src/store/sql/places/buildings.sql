-- Kinds by their numbers in place::Kind::ALL; of one name the kind that says most about a building comes first.
SELECT place.id, min(CASE place.kind WHEN 1 THEN 0 WHEN 8 THEN 1 WHEN 6 THEN 2 WHEN 7 THEN 3 WHEN 5 THEN 4 ELSE 5 END)
FROM place
WHERE place.kind IN (0, 1, 5, 6, 7, 8)
GROUP BY place.name
ORDER BY place.sort, place.key
LIMIT ?1;
