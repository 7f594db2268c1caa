-- CROSS JOIN keeps the order: from the few rows that fit to their neighbours, never through a whole generation.
-- What fitted, as the reader would open it: the same item in the best tongue. Which it is, is sorted by numbers alone; sorted with what the rows
-- say, the texts of all tongues would be copied for the one that is wanted.
SELECT listed, sentences
FROM document
WHERE id = (
  SELECT shown.id
  FROM document AS fitted
  CROSS JOIN document AS shown ON shown.kind = fitted.kind AND shown.name = fitted.name
  CROSS JOIN entry ON entry.document = shown.id
  CROSS JOIN active ON active.generation = entry.generation
  WHERE fitted.id = ?1
  ORDER BY instr(?2, '/' || shown.tongue || '/') = 0, instr(?2, '/' || shown.tongue || '/'), shown.tongue
  LIMIT 1
);
