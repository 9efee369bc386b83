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
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE any(i IN range(0, size(k.listed_from) - 1)
          WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
CALL (c) {
  MATCH (c)<-[:PARENT_OF]-(:KinthreadPerson)-[:PARENT_OF]->(s:KinthreadPerson) RETURN s
  UNION
  MATCH (c)-[:SIBLING_OF]-(s:KinthreadPerson) RETURN s
}
WITH c, s
WHERE s <> c AND (c.id < s.id OR NOT EXISTS {
  MATCH (s)-[:HAS_CALENDAR]->(other:KinthreadCalendar)
  WHERE any(i IN range(0, size(other.listed_from) - 1)
            WHERE other.listed_from[i] <= $as_of AND $as_of <= other.listed_until[i])
})
UNWIND [c, s] AS one
WITH one, collect({child: c, sibling: s}) AS pairs // where somebody was last is asked once, and not of each pair
CALL (one) {
  MATCH (one)-[t:TOOK_PART]->(e:KinthreadEvent)-[:AT]->(at:KinthreadPlace)
  WHERE t.role IN ['subject', 'companion'] AND e.effect IN ['held', 'released', 'place'] AND e.exists <> 'no'
    AND (e.earliest IS NULL OR e.earliest <= $as_of)
    AND NOT EXISTS {
      MATCH (one)-[u:TOOK_PART]->(later:KinthreadEvent)-[:AT]->(:KinthreadPlace)
      WHERE u.role IN ['subject', 'companion'] AND later.effect IN ['held', 'released', 'place']
        AND later.exists = 'certain' AND later.latest <= $as_of
        AND (later.earliest > e.latest OR EXISTS { (later)-[:AFTER]->(e) })
    }
  WITH at, e ORDER BY at.id, e.id
  RETURN collect(DISTINCT at) AS places, collect(e) AS events
}
UNWIND pairs AS pair
WITH pair.child AS c, pair.sibling AS s,
     head(collect(CASE WHEN one = pair.child THEN {places: places, events: events} END)) AS at,
     head(collect(CASE WHEN one = pair.sibling THEN {places: places, events: events} END)) AS there
WITH c, s, at.places AS mine, there.places AS theirs, at.events + there.events AS events,
     all(e IN at.events WHERE e IN there.events) AND all(e IN there.events WHERE e IN at.events) AS together
WHERE size(mine) > 0 AND size(theirs) > 0 AND NOT together AND any(a IN mine WHERE any(b IN theirs WHERE a <> b))
WITH c, s, mine, theirs, events,
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
       [p IN mine | p.id] AS child_at, [p IN theirs | p.id] AS sibling_at, claims
ORDER BY child_id, sibling_id;
