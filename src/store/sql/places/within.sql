-- What stands in a box. The box is widened by a little, for it is kept in single precision.
SELECT place.id, place.lat, place.lon
FROM box CROSS JOIN place ON place.id = box.id
WHERE box.north >= ?1 AND box.south <= ?2 AND box.east >= ?3 AND box.west <= ?4
  AND box.high >= ?5 AND box.low <= ?6 AND (box.hazards & ?7) = ?7
LIMIT ?8;
