// Towards which children does somebody stand how, and from when to when?
// param   id          string  Person.id
// returns child       string  Person.id
// returns name        string  of the child
// returns facts       map     of one stay of the derived calendar
MATCH (:KinthreadPerson {id: $id})-[s:HAS_ANSWER]->(:KinthreadCourse)-[:TOWARDS]->(c:KinthreadPerson)
RETURN c.id AS child, c.name AS name, properties(s) AS facts
ORDER BY name, child, s.nth;
