-- One piece of index instead of many: half the time of a search.
INSERT INTO names (names) VALUES ('optimize');
INSERT INTO texts (texts) VALUES ('optimize');
