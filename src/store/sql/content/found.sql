-- CROSS JOIN keeps the order: from the few rows that fit to their neighbours, never through a whole generation.
-- What fitted, as the reader would open it: the same item in the best tongue.
SELECT shown.listed, shown.sentences
FROM document AS fitted
CROSS JOIN document AS shown ON shown.kind = fitted.kind AND shown.name = fitted.name
CROSS JOIN entry ON entry.document = shown.id
CROSS JOIN active ON active.generation = entry.generation
WHERE fitted.id = ?1
ORDER BY instr(?2, '/' || shown.tongue || '/') = 0, instr(?2, '/' || shown.tongue || '/'), shown.tongue
LIMIT 1;
