SELECT id FROM document WHERE digest = ?1;
