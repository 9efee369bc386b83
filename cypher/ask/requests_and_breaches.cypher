// Who asked not to be contacted, and was contacted afterwards?
// group lost
// says {person_id} asked not to be contacted ({request_id}, {basis})[. Reached: {reached}][. Withdrawn {withdrawn}][ ({withdrawn_id})][. Contact afterwards: {contact_id}][, begun by {callers}][, with {others}][. A breach: {breach}].
// param   person          string = any     Person.id of the person who asked
// param   as_of           date = told      requests and contacts by that day
// returns person_id       string   Person.id of the person who asked
// returns person          string
// returns request_id      string   Event.id of the request
// returns asked_earliest  date
// returns asked_latest    date
// returns basis           string   stated, or interpreted: read out of words
// returns reached         string   Person.id of the person of the row: the one who asked, or a member of the group that asked
// returns withdrawn_id    string   Event.id of their withdrawal, if one is recorded
// returns withdrawn       string   certainly or possibly, or under duress or through others, which lifts nothing
// returns contact_id      string   Event.id of a later contact or call; null where none is recorded
// returns contact         string   its type
// returns callers         list     Person.id of the people who began it, as far as recorded
// returns others          list     Person.id of everybody else in the contact
// returns breach          string   certainly or possibly after the request and not after a withdrawal that counts; no: they began it themselves; null without a contact
// returns claims          list     Claim.id
// unknown  Who began a contact where the source does not say it: the person who asked may have written first.
// unknown  Contact with somebody else of the same household: a warning there, and no breach.
// unknown  The stop itself: it holds on every day, and the marks of the answer say for whom.
MATCH (q:KinthreadEvent)<-[:TOOK_PART {role: 'subject'}]-(p:KinthreadPerson)
WHERE q.effect = 'asked' AND q.exists <> 'no' AND (q.earliest IS NULL OR q.earliest <= $as_of)
  AND ($person IS NULL OR p.id = $person)
MATCH (m:KinthreadPerson)-[:MEMBER_OF*0..5]->(p)
WHERE m = p OR coalesce(q.scope, 'all') = 'all'
WITH DISTINCT q, p, m
OPTIONAL MATCH (m)-[:TOOK_PART {role: 'subject'}]->(w:KinthreadEvent)
WHERE w.effect = 'lifted' AND w.exists <> 'no' AND (w.earliest IS NULL OR w.earliest <= $as_of)
  AND (EXISTS { (w)-[:ENDS|AFTER]->(q) } OR w.earliest > q.latest)
  AND NOT coalesce(w.latest < q.earliest, false)
WITH q, p, m, w,
     EXISTS { (w)<-[:SUPPORTS]-(c:KinthreadClaim)-[:RELAYED_BY]->(by:KinthreadPerson) WHERE c.standing = 'active' AND by <> m }
       OR EXISTS { (w)<-[t:TOOK_PART]-(by:KinthreadPerson)
                   WHERE t.role IN ['messenger', 'sender', 'caller'] AND by <> m AND NOT EXISTS { (w)<-[:TOOK_PART {role: 'with'}]-(by) } }
       AS brought
WITH q, p, m, w, brought ORDER BY w.exists <> 'certain' OR coalesce(w.duress, false) OR brought, w.earliest, w.id
WITH q, p, m, head(collect({w: w, brought: brought})) AS first
WITH q, p, m, first.w AS w, first.brought AS brought
WITH q, p, m, w, brought, w IS NOT NULL AND w.exists = 'certain' AND NOT coalesce(w.duress, false) AND NOT brought AS lifts
OPTIONAL MATCH (m)-[t:TOOK_PART]->(x:KinthreadEvent)
WHERE t.role IN ['subject', 'with', 'caller', 'sender', 'messenger'] AND (x.effect = 'open' OR x.attempt)
  AND x.exists <> 'no' AND (x.earliest IS NULL OR x.earliest <= $as_of)
  AND NOT coalesce(coalesce(x.until_latest, CASE WHEN x.lasts THEN null ELSE x.latest END) <= q.earliest, false)
  AND NOT EXISTS { (q)-[:AFTER]->(x) }
  AND NOT (lifts AND (coalesce(x.earliest > w.latest, false) OR EXISTS { (x)-[:AFTER]->(w) }))
WITH DISTINCT q, p, m, w, brought, lifts, x
WHERE x IS NOT NULL OR m = p
WITH q, p, m, w, brought, x, lifts,
     COLLECT { MATCH (x)<-[t:TOOK_PART]-(who:KinthreadPerson) WHERE t.role IN ['caller', 'sender'] RETURN DISTINCT who.id AS id ORDER BY id } AS callers,
     COLLECT {
       MATCH (x)<-[t:TOOK_PART]-(who:KinthreadPerson)
       WHERE who <> m AND NOT t.role IN ['about', 'caller', 'sender'] RETURN DISTINCT who.id AS id ORDER BY id
     } AS others,
     COLLECT {
       UNWIND [q, w, x] AS e MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e)
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS claims
RETURN p.id AS person_id, p.name AS person, q.id AS request_id, q.earliest AS asked_earliest, q.latest AS asked_latest,
       q.basis AS basis, m.id AS reached, w.id AS withdrawn_id,
       CASE WHEN w IS NULL THEN null WHEN coalesce(w.duress, false) THEN 'under duress' WHEN brought THEN 'through others'
            WHEN lifts AND w.latest <= $as_of THEN 'certainly' ELSE 'possibly' END AS withdrawn,
       x.id AS contact_id, x.type AS contact, callers, [id IN others WHERE NOT id IN callers] AS others,
       CASE WHEN x IS NULL THEN null
            WHEN size(callers) > 0 AND all(id IN callers WHERE id = m.id) THEN 'no'
            WHEN q.exists = 'certain' AND x.exists = 'certain' AND x.latest <= $as_of
              AND (x.earliest > q.latest OR EXISTS { (x)-[:AFTER]->(q) })
              AND NOT coalesce(lifts AND coalesce(x.latest >= w.earliest, true), false) THEN 'certainly'
            ELSE 'possibly' END AS breach, claims
ORDER BY person_id, request_id, reached, contact_id;
