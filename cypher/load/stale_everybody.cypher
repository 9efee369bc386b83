// Mark everybody, so many at once, where a store of an older version keeps no gist of anybody.
// param   most    integer
// returns marked  integer
UNWIND CASE WHEN EXISTS { MATCH (one:KinthreadPerson) WHERE one.named_from IS NOT NULL } THEN [] ELSE [true] END AS without // asked once, and not of each person
MATCH (p:KinthreadPerson) WHERE p.stale IS NULL
WITH p LIMIT $most
SET p.stale = true
RETURN count(p) AS marked;
