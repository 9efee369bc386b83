// Which children are on the board of some day, and whose are they?
// returns id       string  Person.id
// returns name     string
// returns born     date    the last day on which the child may have been born; null where not said
// returns parents  list    of {id, name}: the recorded parents, by name
MATCH (p:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE size(k.listed_from) > 0
CALL (p) {
  MATCH (p)<-[:PARENT_OF]-(q:KinthreadPerson)
  WITH DISTINCT q.id AS id, q.name AS name ORDER BY name, id
  RETURN collect({id: id, name: name}) AS parents
}
RETURN p.id AS id, p.name AS name, p.born_latest AS born, parents AS parents
ORDER BY name, id;
