SELECT document.body
FROM document
JOIN entry ON entry.document = document.id
JOIN active ON active.generation = entry.generation
WHERE document.name = :name AND document.kind <> :credits AND instr(:chain, '/' || document.tongue || '/') > 0
ORDER BY instr(:chain, '/' || document.tongue || '/')
LIMIT 1;
