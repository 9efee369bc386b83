// For which of these people is the question "who is left" asked?
// param   ids  list    Person.id
// returns id   string  Person.id
MATCH (p:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE p.id IN $ids AND size(k.listed_from) > 0
RETURN p.id AS id;
