SELECT coalesce(sum(places), 0) FROM tally WHERE kind BETWEEN ?1 AND ?2 AND (hazards & ?3) = ?3;
