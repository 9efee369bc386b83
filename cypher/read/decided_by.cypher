// For whom is an event among what the answer rests on, towards which children, and when?
// param   id        string   Event.id
// param   claims    list     Claim.id of the claims about the event
// returns person    string   Person.id
// returns name      string
// returns child     string   Person.id
// returns of        string   the child's name
// returns decides   boolean  the answer is about this event; else it is only among the evidence
// returns facts     map      of one stay of the derived calendar
MATCH (e:KinthreadEvent {id: $id})<-[:TOOK_PART]-(took:KinthreadPerson)
MATCH (took)<-[:MEMBER_OF*0..5]-(p:KinthreadPerson)
WITH DISTINCT e, p
MATCH (p)-[s:HAS_ANSWER]->(k:KinthreadCourse)
WHERE s.deciding = e.id OR any(claim IN s.claims WHERE claim IN $claims)
MATCH (k)-[:TOWARDS]->(c:KinthreadPerson)
RETURN p.id AS person, p.name AS name, c.id AS child, c.name AS of,
       coalesce(s.deciding = e.id, false) AS decides, properties(s) AS facts
ORDER BY name, person, of, child, s.nth;
