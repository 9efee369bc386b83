// Who was detained, died or disappeared after caring for somebody's children?
// group lost
// says {person_id} cared for {children}; {after} after the care began: {event_id}[ (between them: {days_least})].
// param   as_of          date = told      events by that day
// returns person_id      string   Person.id of the caregiver
// returns person         string
// returns children       list     Person.id of the children they cared for
// returns event_id       string   Event.id of their detention, death or disappearance
// returns event          string   its type
// returns days_least     integer  days since the care began, at the least; negative: perhaps it began later. Null: open
// returns days_most      integer  days since the care began, at the most; null: open
// returns after          string   certainly or possibly after the care began
// returns claims         list     Claim.id of the event and of the care
// unknown  Why: that one thing came after another is no cause. Care that nobody recorded.
CALL () {
  MATCH (p:KinthreadPerson)-[r:CARES_FOR]->(c:KinthreadPerson)
  RETURN p, c, r.since_earliest AS earliest, r.since_latest AS latest, r.exists = 'certain' AS sure, r.claims AS told, null AS began
  UNION ALL
  MATCH (p:KinthreadPerson)-[:TOOK_PART {role: 'subject'}]->(b:KinthreadEvent {care: 'caregiver'})<-[:TOOK_PART {role: 'with'}]-(c:KinthreadPerson)
  WHERE b.exists <> 'no'
  RETURN p, c, b.earliest AS earliest, b.latest AS latest, b.exists = 'certain' AS sure,
         COLLECT { MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(b) WHERE claim.standing = 'active' RETURN claim.id } AS told, b AS began
}
WITH p, c, earliest, latest, sure, told, began ORDER BY c.id
MATCH (p)-[t:TOOK_PART]->(h:KinthreadEvent)
WHERE h.effect IN ['held', 'dead', 'missing'] AND t.role IN h.reaches AND h.exists <> 'no' AND (h.earliest IS NULL OR h.earliest <= $as_of)
WITH p, c, h, told, duration.inDays(latest, h.earliest).days AS least, duration.inDays(earliest, h.latest).days AS most,
     sure AND h.exists = 'certain' AND h.latest <= $as_of
       AND (coalesce(latest <= h.earliest, false) OR (began IS NOT NULL AND EXISTS { (h)-[:AFTER]->(began) })) AS after
WHERE coalesce(most, 0) >= 0
WITH p, h, collect(DISTINCT c.id) AS children, max(least) AS least, min(most) AS most,
     any(one IN collect(after) WHERE one) AS after, collect(told) AS told
WITH p, h, children, least, most, after,
     COLLECT {
       CALL (told, h) {
         UNWIND told AS ids UNWIND ids AS id RETURN id
         UNION
         MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(h) WHERE claim.standing = 'active' RETURN claim.id AS id
       }
       RETURN id ORDER BY id
     } AS claims
RETURN p.id AS person_id, p.name AS person, children, h.id AS event_id, h.type AS event,
       least AS days_least, most AS days_most, CASE WHEN after THEN 'certainly' ELSE 'possibly' END AS after, claims
ORDER BY person_id, event_id;
