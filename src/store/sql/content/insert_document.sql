INSERT INTO document (digest, kind, name, tongue, listed, also, read, sentences, body)
VALUES (:digest, :kind, :name, :tongue, :listed, :also, :read, :sentences, :body);
