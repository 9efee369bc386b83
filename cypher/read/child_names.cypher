// Which children are on the board of some day, and whose are they?
// returns id       string  Person.id
// returns name     string
// returns born     date    the last day on which the child may have been born; null where not said
// returns parents  list    names of the recorded parents, sorted
MATCH (p:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE size(k.listed_from) > 0
CALL (p) {
  MATCH (p)<-[:PARENT_OF]-(q:KinthreadPerson)
  WITH DISTINCT q.name AS name ORDER BY name
  RETURN collect(name) AS parents
}
RETURN p.id AS id, p.name AS name, p.born_latest AS born, parents AS parents
ORDER BY name, id;
