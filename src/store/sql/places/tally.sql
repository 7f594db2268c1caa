-- Counted once when places come, not each time somebody asks.
DELETE FROM tally;
INSERT INTO tally (kind, hazards, sample, places)
SELECT place.kind, place.hazards, source.name = 'demo', count(*)
FROM place JOIN source ON source.id = place.source
GROUP BY place.kind, place.hazards, source.name = 'demo';
