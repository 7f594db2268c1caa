SELECT place.kind, count(*), max(source.name = ?1)
FROM place JOIN source ON source.id = place.source
GROUP BY place.kind;
