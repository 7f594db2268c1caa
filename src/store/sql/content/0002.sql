-- Which documents stand in which group, so that a shelf is read without reading all others. Derived from `listed`.
CREATE TABLE shelf (
  name     TEXT    NOT NULL, -- of the group
  document INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (name, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_document ON shelf (document);
INSERT OR IGNORE INTO shelf (name, document)
SELECT own.value, document.id
FROM document, json_each(CASE document.listed WHEN '' THEN '{}' ELSE document.listed END, '$.groups') AS own;
