INSERT INTO active (channel, generation) VALUES (?1, ?2)
ON CONFLICT (channel) DO UPDATE SET previous = active.generation, generation = excluded.generation;
