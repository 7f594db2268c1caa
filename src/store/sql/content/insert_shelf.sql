INSERT OR IGNORE INTO shelf (name, document)
SELECT own.value, document.id
FROM document, json_each(CASE document.listed WHEN '' THEN '{}' ELSE document.listed END, '$.groups') AS own
WHERE document.id = ?1;
