// Which missing passports (denied, confiscated, lost) may have kept a child on the board from its parents?
// group children
// says {event_id}, of {whose}, {happened}. It may have kept {child_id} apart; {whose} is {kin} the child or a parent[. Reason given: {reason}][. Responsible: {responsible}][. A passport came later: {issued_later}].
// param   as_of        date = told      the day asked about
// returns child_id     string   Person.id of the child
// returns child        string
// returns whose        string   Person.id of the person without a passport: the child or a parent
// returns kin          string   certainly the child or a parent; possibly a parent: over a believed or disputed tie
// returns event_id     string   Event.id
// returns event        string   its type, such as passport_denied or renewal_refused
// returns earliest     date
// returns latest       date
// returns happened     string   certainly or possibly by the day
// returns reason       string   as said
// returns responsible  list     Person.id of the authority, as far as recorded
// returns issued_later list     Event.id of a passport that was issued to them certainly later
// returns claims       list     Claim.id
// unknown  Whether the child is apart because of it: the two are only recorded side by side.
MATCH (e:KinthreadEvent {passport: 'lacking'}) // few, by their index
WHERE e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(p:KinthreadPerson)
MATCH (p)-[:PARENT_OF*0..1]->(c:KinthreadPerson)
WITH DISTINCT c, p, e
MATCH (c)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE any(i IN range(0, size(k.listed_from) - 1)
          WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
WITH c, p, e, p = c OR EXISTS { (p)-[:PARENT_OF {exists: 'certain'}]->(c) } AS sure,
     COLLECT { MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e) WHERE claim.standing = 'active' RETURN claim ORDER BY claim.id } AS told,
     COLLECT { MATCH (e)<-[:TOOK_PART {role: 'responsible'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS responsible,
     COLLECT {
       MATCH (p)-[:TOOK_PART {role: 'subject'}]->(later:KinthreadEvent {passport: 'issued'})
       WHERE later.exists = 'certain' AND later.latest <= $as_of
         AND (later.earliest > e.latest OR EXISTS { (later)-[:AFTER]->(e) })
       RETURN later.id AS id ORDER BY id
     } AS issued_later
RETURN c.id AS child_id, c.name AS child, p.id AS whose, CASE WHEN sure THEN 'certainly' ELSE 'possibly' END AS kin, e.id AS event_id, e.type AS event, e.earliest AS earliest,
       e.latest AS latest, CASE WHEN e.exists = 'certain' AND e.latest <= $as_of THEN 'certainly' ELSE 'possibly' END AS happened,
       head([claim IN told WHERE claim.reason IS NOT NULL | claim.reason]) AS reason, responsible, issued_later,
       [claim IN told | claim.id] AS claims
ORDER BY child_id, whose, event_id;
