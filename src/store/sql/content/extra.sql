-- CROSS JOIN keeps the order: from the few rows that fit to their neighbours, never through a whole generation.
SELECT document.body
FROM document
CROSS JOIN entry ON entry.document = document.id
CROSS JOIN active ON active.generation = entry.generation
WHERE document.name = ?2 AND document.kind = ?1 AND length(document.body) > 0
LIMIT 1;
