-- CROSS JOIN keeps the order: from the few rows that fit to their neighbours, never through a whole generation.
-- What is kept of a lesson in Japanese lists it in every tongue.
SELECT document.listed
FROM document
CROSS JOIN entry ON entry.document = document.id
CROSS JOIN active ON active.generation = entry.generation
WHERE document.kind = ?1 AND document.tongue = 'ja'
ORDER BY active.channel, entry.position;
