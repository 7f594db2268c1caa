SELECT generation.digest
FROM active JOIN generation ON generation.id IN (active.generation, active.previous)
WHERE active.channel = ?1
ORDER BY generation.id = active.generation DESC;
