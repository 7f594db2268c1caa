SELECT opening.source, opening.body, source.name FROM opening JOIN source ON source.id = opening.source ORDER BY opening.id;
