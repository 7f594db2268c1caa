-- CROSS JOIN keeps the order: from the few rows that fit to their neighbours, never through a whole generation.
-- Once for each tongue in which it can be read, best tongue first.
SELECT entry.position, document.kind, document.name, document.listed
FROM shelf
CROSS JOIN document ON document.id = shelf.document
CROSS JOIN entry ON entry.document = document.id
CROSS JOIN active ON active.generation = entry.generation
WHERE shelf.name = ?1 AND instr(?2, '/' || document.tongue || '/') > 0
ORDER BY instr(?2, '/' || document.tongue || '/'), entry.position;
