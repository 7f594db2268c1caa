UPDATE active SET generation = previous, previous = generation
WHERE channel = ?1 AND previous IS NOT NULL;
