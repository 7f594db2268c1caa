SELECT place.id FROM place JOIN source ON source.id = place.source WHERE source.name = ?1;
