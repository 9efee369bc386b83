// Which children are, or were last recorded, in the same institution?
// group children
// says {child_id} is {there} in {place_id}[ ({kind})][, since {since_earliest}]. Children there: {children}, of families: {families}.
// param   as_of        date = told      the day asked about
// param   at_least     integer = 2      children in one place
// returns place_id        string   Place.id
// returns place           string
// returns kind            string   orphanage, boarding_school, camp, hospital ...
// returns child_id        string   Person.id
// returns child           string
// returns there           string   certainly, or possibly: the placement is uncertain, or may be later or over
// returns since_earliest  date     the first day on which the child may have come; null where no beginning is recorded
// returns since_latest    date     the day by which the child had come, or may have where it is only possibly there; null where none is recorded
// returns children        integer  how many children the place has in these rows
// returns families        integer  of how many families: children without a common parent
// returns claims          list     Claim.id
// unknown  Institutions that no source names as a place.
MATCH (at:KinthreadPlace)
WHERE at.kind IN ['orphanage', 'boarding_school', 'institution', 'camp', 'prison', 'police_custody', 'hospital']
MATCH (at)<-[:AT]-(e:KinthreadEvent)<-[t:TOOK_PART]-(c:KinthreadPerson)
WHERE t.role IN ['subject', 'companion'] AND e.effect IN ['held', 'place'] AND e.exists <> 'no'
  AND (e.earliest IS NULL OR e.earliest <= $as_of)
  AND EXISTS {
    MATCH (c)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
    WHERE any(i IN range(0, size(k.listed_from) - 1)
              WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
  }
  AND NOT EXISTS {
    MATCH (c)-[u:TOOK_PART]->(later:KinthreadEvent)-[:AT]->(elsewhere:KinthreadPlace)
    WHERE u.role IN ['subject', 'companion'] AND elsewhere <> at AND later.effect IN ['held', 'released', 'place']
      AND later.exists = 'certain' AND later.latest <= $as_of
      AND (later.earliest > e.latest OR EXISTS { (later)-[:AFTER]->(e) })
  }
WITH at, c, e ORDER BY coalesce(e.earliest, e.latest), e.id
WITH at, c, collect(e) AS events
WITH at, c, events,
     any(e IN events WHERE e.exists = 'certain' AND e.latest <= $as_of) AS sure
WITH at, c, events, sure,
     COLLECT {
       UNWIND events AS e WITH e WHERE NOT sure OR (e.exists = 'certain' AND e.latest <= $as_of)
       RETURN min(e.latest) AS latest
     } AS by_then,
     COLLECT { MATCH (c)<-[:PARENT_OF]-(parent:KinthreadPerson) RETURN DISTINCT parent.id AS id ORDER BY id } AS parents,
     COLLECT {
       UNWIND events AS e MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e)
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS claims
WITH at, collect({child: c, sure: sure, since_earliest: events[0].earliest, since_latest: by_then[0], parents: parents, claims: claims}) AS there
WHERE size(there) >= $at_least
WITH at, there,
     size([i IN range(0, size(there) - 1)
           WHERE none(j IN range(0, size(there) - 1) WHERE there[j].child.id < there[i].child.id
             AND any(p IN there[i].parents WHERE p IN there[j].parents))]) AS families
UNWIND there AS one
RETURN at.id AS place_id, at.name AS place, at.kind AS kind, one.child.id AS child_id, one.child.name AS child,
       CASE WHEN one.sure THEN 'certainly' ELSE 'possibly' END AS there, one.since_earliest AS since_earliest, one.since_latest AS since_latest,
       size(there) AS children, families, one.claims AS claims
ORDER BY place_id, child_id;
