SELECT count(*) FROM place WHERE kind BETWEEN ?1 AND ?2 AND (hazards & ?3) = ?3;
