-- Every word that stands in a team with a word whose key begins with ?1; exact ones first.
SELECT other.word
FROM active
JOIN synonym AS mine ON mine.generation = active.generation AND mine.key >= ?1 AND mine.key <= ?2
JOIN synonym AS other ON other.generation = mine.generation AND other.team = mine.team AND other.key <> mine.key
GROUP BY other.word
ORDER BY min(mine.key <> ?1), min(mine.team), other.word
LIMIT ?3;
