-- CROSS JOIN keeps the order: from the few rows that fit to their neighbours, never through a whole generation.
-- The index alone decides which rows come near; only those are looked up. `{index}` is names or texts; `{weight}` and `{order}` rank
-- the rows, or stop at the first that fit. The rank is asked for as a function: as the column `rank` it costs a statement more each time.
SELECT document.id, document.kind, document.name, instr(?3, '/' || document.tongue || '/') AS chained,
       entry.position, near.weight
FROM (SELECT rowid, {weight} AS weight FROM {index} WHERE {index} MATCH ?1 AND rowid BETWEEN ?4 AND ?5 {order} LIMIT ?2) AS near
CROSS JOIN document ON document.id = near.rowid
CROSS JOIN entry ON entry.document = document.id
CROSS JOIN active ON active.generation = entry.generation;
