SELECT generation.revision, generation.digest
FROM active JOIN generation ON generation.id = active.generation
WHERE active.channel = ?1;
