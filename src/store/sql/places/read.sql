UPDATE place SET sort = ?2, name = ?3, kana = ?4, lines = ?5 WHERE id = ?1;
