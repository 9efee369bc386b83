// Which of these people are children on the board of some day?
// param   ids   list    Person.id
// returns id    string  Person.id
// returns name  string
MATCH (p:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE p.id IN $ids AND size(k.listed_from) > 0
RETURN p.id AS id, p.name AS name ORDER BY name, id;
