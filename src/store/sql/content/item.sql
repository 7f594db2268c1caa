-- CROSS JOIN keeps the order: from the few rows that fit to their neighbours, never through a whole generation.
-- Chosen by numbers alone, as in found.sql.
SELECT body
FROM document
WHERE id = (
  SELECT document.id
  FROM document
  CROSS JOIN entry ON entry.document = document.id
  CROSS JOIN active ON active.generation = entry.generation
  WHERE document.name = :name AND document.kind <> :credits AND document.kind IN ('guide', 'faq', 'word') AND instr(:chain, '/' || document.tongue || '/') > 0
  ORDER BY instr(:chain, '/' || document.tongue || '/')
  LIMIT 1
);
