INSERT INTO document (id, digest, kind, name, tongue, listed, also, read, sentences, body)
VALUES (:id, :digest, :kind, :name, :tongue, :listed, :also, :read, :sentences, :body);
