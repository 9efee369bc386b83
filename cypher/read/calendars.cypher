// What was derived for these children?
// param   ids    list  Person.id
// returns facts  map   of the child as a whole
// returns stays  list  of {person, facts}
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar) WHERE c.id IN $ids
RETURN properties(k) AS facts,
       [(c)<-[s:STANDS]-(p:KinthreadPerson) | {person: p.id, facts: properties(s)}] AS stays;
