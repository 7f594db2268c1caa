SELECT document.*
FROM entry JOIN document ON document.id = entry.document
WHERE entry.generation = ?1
ORDER BY entry.position;
