DELETE FROM telegram WHERE id IN (SELECT id FROM telegram ORDER BY sent LIMIT ?1)
