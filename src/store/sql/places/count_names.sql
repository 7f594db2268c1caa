SELECT count(*) FROM (SELECT rowid FROM names WHERE names MATCH ?1 LIMIT ?2);
