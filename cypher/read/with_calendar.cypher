// For which of these people is the question "who is left" asked?
// param   ids  list    Person.id
// returns id   string  Person.id
MATCH (p:KinthreadPerson)-[:HAS_CALENDAR]->(:KinthreadCalendar) WHERE p.id IN $ids
RETURN p.id AS id;
