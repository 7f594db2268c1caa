-- Once for each tongue in which it can be read, best tongue first.
SELECT entry.position, document.listed
FROM active
JOIN entry ON entry.generation = active.generation
JOIN document ON document.id = entry.document
WHERE instr(?1, '/' || document.tongue || '/') > 0
ORDER BY instr(?1, '/' || document.tongue || '/'), entry.position;
