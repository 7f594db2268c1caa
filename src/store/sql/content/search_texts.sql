-- The index alone decides which rows come near; only those are looked up.
SELECT document.id, document.kind, document.name, instr(?3, '/' || document.tongue || '/') AS chained,
       min(entry.position) AS position, near.rank
FROM (SELECT rowid, rank FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT ?2) AS near
JOIN document ON document.id = near.rowid
JOIN entry ON entry.document = document.id
JOIN active ON active.generation = entry.generation
GROUP BY document.id;
