-- Answered from the index place_at alone.
SELECT id, lat, lon FROM place WHERE kind BETWEEN ?1 AND ?2 AND (hazards & ?3) = ?3 AND lat IS NOT NULL;
