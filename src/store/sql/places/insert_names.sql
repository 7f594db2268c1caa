INSERT INTO names (rowid, title, title_kana, also, also_kana) VALUES (?1, ?2, ?3, ?4, ?5);
