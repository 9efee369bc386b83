// Keep who belongs to which group.
// param   rows  list  of {person, group, facts: {claims}}
// returns nothing
UNWIND $rows AS row
MATCH (p:KinthreadPerson {id: row.person})
MATCH (g:KinthreadPerson {id: row.group})
CREATE (p)-[r:MEMBER_OF]->(g)
SET r = row.facts;
