// How many events of each kind are recorded in each year?
// returns year  integer
// returns happened  string
// returns events  integer
MATCH (e:Event)
WHERE e.earliest IS NOT NULL AND e.earliest.year = e.latest.year
RETURN e.earliest.year AS year, e.type AS happened, count(*) AS events
ORDER BY year, happened;
