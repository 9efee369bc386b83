// Keep the answers of people over time, each with all of its days: derived by the rule, never edited.
// What is there already is the same, and stays. Setting the rule locks it until this is done.
// param   rows  list  of {id, person, rule, left_from, left_until, answers: [{from, until, left, status, claims, ...}]}
// returns nothing
UNWIND $rows AS row
MATCH (p:KinthreadPerson {id: row.person})
MERGE (k:KinthreadCourse {id: row.id})
ON CREATE SET k:Course, k.person = row.person, k.unwritten = true,
  k.left_from = row.left_from, k.left_until = row.left_until
SET k.rule = row.rule
WITH p, k, row WHERE k.unwritten
REMOVE k.unwritten
WITH p, k, row
UNWIND row.answers AS facts
CREATE (p)-[s:HAS_ANSWER]->(k)
SET s = facts;
