-- Sites and shelters that files describe; what stands here only because it was open is of the sources of openings.
SELECT id, body FROM place WHERE kind IN (0, 1) AND source NOT IN (SELECT source FROM opening);
