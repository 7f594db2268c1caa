CREATE TEMP TABLE kept AS
  SELECT generation AS id FROM main.active
  UNION SELECT previous FROM main.active WHERE previous IS NOT NULL;
DELETE FROM synonym WHERE generation NOT IN (SELECT id FROM kept);
DELETE FROM entry WHERE generation NOT IN (SELECT id FROM kept);
DELETE FROM generation WHERE id NOT IN (SELECT id FROM kept);
DELETE FROM names WHERE rowid IN (SELECT id FROM document WHERE id NOT IN (SELECT document FROM entry));
DELETE FROM texts WHERE rowid IN (SELECT id FROM document WHERE id NOT IN (SELECT document FROM entry));
DELETE FROM shelf WHERE document IN (SELECT id FROM document WHERE id NOT IN (SELECT document FROM entry));
DELETE FROM document WHERE id NOT IN (SELECT document FROM entry);
DROP TABLE temp.kept;
