UPDATE telegram SET raw = NULL WHERE id IN (SELECT id FROM telegram WHERE raw IS NOT NULL ORDER BY sent LIMIT ?1)
