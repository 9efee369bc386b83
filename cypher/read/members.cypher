// Who is recorded as belonging to some groups, directly or through a group within them?
// param   ids    list    Person.id of the groups
// returns group  string  Person.id
// returns id     string  Person.id
// returns name   string
MATCH (g:KinthreadPerson)<-[:MEMBER_OF*1..5]-(p:KinthreadPerson) WHERE g.id IN $ids
RETURN DISTINCT g.id AS group, p.id AS id, p.name AS name ORDER BY name, id;
