// Who asked not to be contacted, and was there contact with them afterwards all the same?
// param   person          string = any     Person.id of who asked
// param   as_of           date = told      requests and contacts by that day
// returns person_id       string   Person.id of who asked
// returns person          string
// returns request_id      string   Event.id of the request
// returns asked_earliest  date
// returns asked_latest    date
// returns basis           string   stated, or interpreted: read out of words
// returns withdrawn_id    string   Event.id of a withdrawal, if one is recorded
// returns withdrawn       string   certainly or possibly, or under duress, which lifts nothing
// returns contact_id      string   Event.id of a later contact or call; null where none is recorded
// returns contact         string   its type
// returns callers         list     Person.id of who began it, as far as recorded
// returns others          list     Person.id of everybody else in the contact
// returns breach          string   certainly or possibly after the request and not after a withdrawal that counts; null without a contact
// returns claims          list     Claim.id
// unknown  Who began a contact where the source does not say it: whoever asked may have written first.
// unknown  The stop itself: it stands on every day, and the marks of the answer say for whom.
MATCH (q:KinthreadEvent)<-[:TOOK_PART {role: 'subject'}]-(p:KinthreadPerson)
WHERE q.effect = 'asked' AND q.exists <> 'no' AND (q.earliest IS NULL OR q.earliest <= $as_of)
  AND ($person IS NULL OR p.id = $person)
OPTIONAL MATCH (w:KinthreadEvent)<-[:TOOK_PART {role: 'subject'}]-(p)
WHERE w.effect = 'lifted' AND w.exists <> 'no' AND (w.earliest IS NULL OR w.earliest <= $as_of)
  AND EXISTS { (w)-[:ENDS|AFTER]->(q) }
WITH q, p, w ORDER BY w.earliest, w.id
WITH q, p, head(collect(w)) AS w
OPTIONAL MATCH (p)-[t:TOOK_PART]->(x:KinthreadEvent)
WHERE t.role IN ['subject', 'with', 'caller', 'sender', 'messenger'] AND (x.effect = 'open' OR x.type = 'call_failed')
  AND x.exists <> 'no' AND (x.earliest IS NULL OR x.earliest <= $as_of)
  AND NOT coalesce(coalesce(x.until_latest, CASE WHEN x.lasts THEN null ELSE x.latest END) <= q.earliest, false)
  AND NOT EXISTS { (q)-[:AFTER]->(x) }
WITH DISTINCT q, p, w, x
WITH q, p, w, x,
     w IS NOT NULL AND w.exists = 'certain' AND NOT coalesce(w.duress, false) AS lifts
WHERE x IS NULL OR NOT (lifts AND (coalesce(x.earliest > w.latest, false) OR EXISTS { (x)-[:AFTER]->(w) }))
WITH q, p, w, x, lifts,
     COLLECT { MATCH (x)<-[t:TOOK_PART]-(who:KinthreadPerson) WHERE t.role IN ['caller', 'sender'] RETURN DISTINCT who.id AS id ORDER BY id } AS callers,
     COLLECT {
       MATCH (x)<-[t:TOOK_PART]-(who:KinthreadPerson)
       WHERE who <> p AND NOT t.role IN ['about', 'caller', 'sender'] RETURN DISTINCT who.id AS id ORDER BY id
     } AS others,
     COLLECT {
       UNWIND [q, w, x] AS e MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e)
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS claims
RETURN p.id AS person_id, p.name AS person, q.id AS request_id, q.earliest AS asked_earliest, q.latest AS asked_latest,
       q.basis AS basis, w.id AS withdrawn_id,
       CASE WHEN w IS NULL THEN null WHEN coalesce(w.duress, false) THEN 'under duress'
            WHEN lifts AND w.latest <= $as_of THEN 'certainly' ELSE 'possibly' END AS withdrawn,
       x.id AS contact_id, x.type AS contact, callers, [id IN others WHERE NOT id IN callers] AS others,
       CASE WHEN x IS NULL THEN null
            WHEN q.exists = 'certain' AND x.exists = 'certain' AND x.latest <= $as_of
              AND (x.earliest > q.latest OR EXISTS { (x)-[:AFTER]->(q) })
              AND NOT coalesce(lifts AND coalesce(x.latest >= w.earliest, true), false) THEN 'certainly'
            ELSE 'possibly' END AS breach, claims
ORDER BY person_id, request_id, contact_id;
