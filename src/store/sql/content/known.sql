-- Every synonym that stands within ?1, with all words of its team. One sign is a word only where it is kanji, two kana only where
-- something begins with them.
SELECT mine.key AS key, other.word AS word
FROM active
JOIN synonym AS mine ON mine.generation = active.generation AND instr(?1, mine.key) > 0
  AND (length(mine.key) > 2 OR unicode(mine.key) >= 19968 OR (length(mine.key) = 2 AND instr(?1, mine.key) = 1))
JOIN synonym AS other ON other.generation = mine.generation AND other.team = mine.team
ORDER BY mine.key, other.word;
