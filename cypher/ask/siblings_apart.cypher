// Which brothers and sisters were last recorded at different places?
// group children
// says {child_id}[ ({child_at})] and {sibling_id}[ ({sibling_at})] are {apart} apart. They are {kin} brothers or sisters.
// param   as_of          date = told      the day asked about
// returns child_id       string   Person.id of a child on the board
// returns child          string
// returns sibling_id     string   Person.id
// returns sibling        string
// returns apart          string   certainly, or possibly: an event is uncertain, or the one place may lie in the other
// returns kin            string   certainly brother or sister, or possibly: over a believed or disputed tie
// returns child_at       list     Place.id where the child may be
// returns sibling_at     list     Place.id where the brother or sister may be
// returns claims         list     Claim.id that say so
// unknown  Siblings who were in the same events last, or without a recorded place. Whether they met: only the last recorded places are compared.
MATCH (one:KinthreadPerson)-[t:TOOK_PART]->(e:KinthreadEvent)-[:AT]->(at:KinthreadPlace) // places are few, so they come first
WHERE e.effect IN ['held', 'released', 'place'] AND t.role IN ['subject', 'companion'] AND e.exists <> 'no'
  AND (e.earliest IS NULL OR e.earliest <= $as_of)
WITH one, collect({place: at, event: e}) AS recorded,
     collect(CASE WHEN e.exists = 'certain' AND e.latest <= $as_of THEN e END) AS over
UNWIND recorded AS it
WITH one, over, it.place AS at, it.event AS e
WHERE none(later IN over WHERE coalesce(later.earliest > e.latest, false) OR EXISTS { (later)-[:AFTER]->(e) })
WITH one, collect(DISTINCT at) AS places, collect(e) AS events
MATCH (one)-[r:PARENT_OF|SIBLING_OF]-(near:KinthreadPerson)
WHERE type(r) = 'SIBLING_OF' OR startNode(r) = near
WITH CASE type(r) WHEN 'PARENT_OF' THEN near ELSE r END AS tie, collect({person: one, places: places, events: events}) AS siblings
WHERE size(siblings) > 1
UNWIND siblings AS at
WITH at, siblings, at.person AS c
WHERE EXISTS {
  MATCH (c)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
  WHERE any(i IN range(0, size(k.listed_from) - 1)
            WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
}
UNWIND siblings AS there
WITH at, there, c, there.person AS s
WHERE c <> s AND (c.id < s.id OR NOT EXISTS {
  MATCH (s)-[:HAS_CALENDAR]->(other:KinthreadCalendar)
  WHERE any(i IN range(0, size(other.listed_from) - 1)
            WHERE other.listed_from[i] <= $as_of AND $as_of <= other.listed_until[i])
})
WITH DISTINCT c, s, at.places AS mine, there.places AS theirs, at.events + there.events AS events,
     all(e IN at.events WHERE e IN there.events) AND all(e IN there.events WHERE e IN at.events) AS together
WHERE NOT together AND any(a IN mine WHERE any(b IN theirs WHERE a <> b))
WITH c, s,
     COLLECT { UNWIND mine AS at RETURN at.id AS id ORDER BY id } AS child_at,
     COLLECT { UNWIND theirs AS at RETURN at.id AS id ORDER BY id } AS sibling_at,
     all(e IN events WHERE e.exists = 'certain' AND e.latest <= $as_of)
       AND NOT EXISTS {
         UNWIND mine AS a UNWIND theirs AS b
         MATCH (a)-[:PART_OF*0..]->(whole:KinthreadPlace) WHERE whole = b
         RETURN a
       }
       AND NOT EXISTS {
         UNWIND mine AS a UNWIND theirs AS b
         MATCH (b)-[:PART_OF*0..]->(whole:KinthreadPlace) WHERE whole = a
         RETURN a
       } AS sure,
     EXISTS { (c)<-[:PARENT_OF {exists: 'certain'}]-(:KinthreadPerson)-[:PARENT_OF {exists: 'certain'}]->(s) }
       OR EXISTS { (c)-[:SIBLING_OF {exists: 'certain'}]-(s) } AS kin,
     COLLECT {
       UNWIND events AS e MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e)
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS claims
RETURN c.id AS child_id, c.name AS child, s.id AS sibling_id, s.name AS sibling,
       CASE WHEN sure THEN 'certainly' ELSE 'possibly' END AS apart,
       CASE WHEN kin THEN 'certainly' ELSE 'possibly' END AS kin,
       child_at, sibling_at, claims
ORDER BY child_id, sibling_id;
