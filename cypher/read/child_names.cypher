// Which children are on the board of some day, and whose are they?
// param   waiting  boolean  with those who may be one, and wait for the first calendar
// returns id       string  Person.id
// returns name     string
// returns born     date    the last day on which the child may have been born; null where not said
// returns parents  list    of {id, name}: the parents whom nobody disputes, else those recorded; by name
CALL () {
  MATCH (p:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
  WHERE size(k.listed_from) > 0
  RETURN p
  UNION ALL
  UNWIND CASE WHEN $waiting THEN [1] ELSE [] END AS once
  MATCH (p:KinthreadPerson)
  WHERE p.calendar_due = true AND NOT EXISTS { (p)-[:HAS_CALENDAR]->() }
  RETURN p
}
CALL (p) {
  MATCH (p)<-[t:PARENT_OF]-(q:KinthreadPerson)
  WITH q.id AS id, q.name AS name, max(t.exists = 'certain') AS sure ORDER BY name, id
  WITH collect({id: id, name: name, sure: sure}) AS every
  WITH every, any(one IN every WHERE one.sure) AS known
  RETURN [one IN every WHERE one.sure OR NOT known | {id: one.id, name: one.name}] AS parents
}
RETURN p.id AS id, p.name AS name, p.born_latest AS born, parents AS parents
ORDER BY name, id;
