-- Stops at the first that fit.
SELECT document.id, document.kind, document.name, instr(?3, '/' || document.tongue || '/') AS chained,
       min(entry.position) AS position, near.rank
FROM (SELECT rowid, 0.0 AS rank FROM texts WHERE texts MATCH ?1 LIMIT ?2) AS near
JOIN document ON document.id = near.rowid
JOIN entry ON entry.document = document.id
JOIN active ON active.generation = entry.generation
GROUP BY document.id;
