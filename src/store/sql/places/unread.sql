-- The next that nobody has read.
SELECT place.id, place.name, place.kana, place.body
FROM unread JOIN place ON place.id = unread.place
ORDER BY unread.place
LIMIT ?1;
