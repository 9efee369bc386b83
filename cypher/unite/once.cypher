// Let a person take part in an event, belong to a group or pass on a claim once, and be tied to others only.
// param   people  list  Person.id of those who have several records
// returns nothing
UNWIND $people AS id
MATCH (one:KinthreadPerson {id: id})-[r]-(other)
WHERE other = one OR r:TOOK_PART|MEMBER_OF|RELAYED_BY|ABOUT
WITH DISTINCT r ORDER BY r.hop
WITH type(r) AS kind, r.role AS role, startNode(r) AS begins, endNode(r) AS ends, collect(r) AS every
WITH begins, ends, every,
     COLLECT { UNWIND every AS r UNWIND r.claims AS claim RETURN DISTINCT claim ORDER BY claim } AS claims
FOREACH (r IN CASE WHEN begins = ends THEN every ELSE tail(every) END | DELETE r)
WITH begins, ends, head(every) AS kept, claims
WHERE begins <> ends AND size(claims) > 0
SET kept.claims = claims;
