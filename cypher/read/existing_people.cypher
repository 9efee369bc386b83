// Which of these people are stored?
// param   ids  list    Person.id
// returns id   string
MATCH (n:KinthreadPerson) WHERE n.id IN $ids
RETURN n.id AS id;
