INSERT INTO place (source, key, kind, hazards, lat, lon, sort, name, kana, body)
VALUES (:source, :key, :kind, :hazards, :lat, :lon, :sort, :name, :kana, :body);
