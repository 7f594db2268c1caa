INSERT INTO words (rowid, title, also, body, title_kana, also_kana, body_kana)
VALUES (:id, :title, :also, :body, :title_kana, :also_kana, :body_kana);
