SELECT count(*) FROM (SELECT rowid FROM texts WHERE texts MATCH ?1 LIMIT ?2);
