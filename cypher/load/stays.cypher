// Keep how people stand towards a child, from a day until a day: derived by the rule, never edited.
// param   rows  list  of {person, child, facts: {from, until, left, status, claims, rule, ...}}
// returns nothing
UNWIND $rows AS row
MATCH (p:KinthreadPerson {id: row.person})
MATCH (c:KinthreadPerson {id: row.child})
CREATE (p)-[s:STANDS]->(c)
SET s = row.facts;
