SELECT count(*) FROM (SELECT rowid FROM {index} WHERE {index} MATCH ?1 AND rowid BETWEEN ?3 AND ?4 LIMIT ?2);
