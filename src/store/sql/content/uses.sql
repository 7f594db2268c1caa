-- What is shown, in Japanese, where the town is asked for something.
SELECT document.kind, document.listed, document.sentences
FROM document
CROSS JOIN entry ON entry.document = document.id
CROSS JOIN active ON active.generation = entry.generation
WHERE document.tongue = 'ja' AND instr(document.sentences, '{city.') > 0
ORDER BY active.channel, entry.position;
