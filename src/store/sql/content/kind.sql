SELECT document.body
FROM document
JOIN entry ON entry.document = document.id
JOIN active ON active.generation = entry.generation
WHERE document.kind = ?1
ORDER BY active.channel, entry.position;
