SELECT kind, sum(places), max(sample) FROM tally GROUP BY kind;
