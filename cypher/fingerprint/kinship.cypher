// All ties between people, in one order.
// returns kind    string
// returns person  string  Person.id
// returns other   string  Person.id
// returns facts   map
MATCH (p:KinthreadPerson)-[r:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS|SAME_AS|NOT_SAME_AS|MEMBER_OF]->(q:KinthreadPerson)
RETURN type(r) AS kind, p.id AS person, q.id AS other, properties(r) AS facts
ORDER BY kind, r.id, person, other;
