SELECT EXISTS (
  SELECT 1 FROM generation
  WHERE id NOT IN (SELECT generation FROM active UNION SELECT previous FROM active WHERE previous IS NOT NULL)
);
