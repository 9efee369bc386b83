// Which families could be recognised by their shape alone, because few or no others are like them?
// group sure
// says {parents}, with {count} children ({children}). Families with as many children: {alike}. In the same countries[ ({hosts})]: {alike_with_host}. From the same places too[ ({homes})]: {alike_with_home}.
// param   as_of            date = told      the day asked about
// param   fewer_than       integer = 5      families of one shape: a smaller group is at risk of being recognised
// returns parents          list     Person.id of the recorded parents, step and foster parents left out
// returns children         list     Person.id of the children on the board
// returns count            integer  how many children: the shape
// returns hosts            list     Place.id of the countries where the parents were recorded abroad by the day
// returns homes            list     Place.id of the places where the children were recorded by the day, a town or smaller
// returns alike            integer  families with as many children, this one among them
// returns alike_with_host  integer  of them with the same countries
// returns alike_with_home  integer  of them with the same countries and places
// returns claims           list     Claim.id of who the parents of the children are
// unknown  How many families there are outside this store: a reader with a register of people knows more.
// unknown  Ages and sexes, by which nearly every family could be recognised.
CALL () {
  MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
  WHERE any(i IN range(0, size(k.listed_from) - 1)
            WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
  OPTIONAL MATCH (c)<-[r:PARENT_OF]-(p:KinthreadPerson)
  WITH c, r, p.id AS id ORDER BY id
  WITH c, collect(DISTINCT CASE WHEN NOT coalesce(r.kind, 'birth') IN ['step', 'foster'] THEN id END) AS parents, collect(r.claims) AS told
  ORDER BY c.id
  RETURN parents, collect(c) AS children, collect(told) AS told
}
WITH parents, children,
     COLLECT {
       UNWIND parents AS id
       MATCH (parent:KinthreadPerson {id: id})-[t:TOOK_PART]->(e:KinthreadEvent)-[:AT]->(:KinthreadPlace)-[:PART_OF*0..]->(land:KinthreadPlace {kind: 'country'})
       WHERE t.role IN ['subject', 'companion'] AND e.effect = 'place' AND e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
         AND NOT EXISTS { (:KinthreadDataset {country_of_risk: land.id}) }
       WITH DISTINCT parent, land
       WHERE EXISTS {
         MATCH (parent)-[s:HAS_ANSWER {left: 'abroad'}]->(:KinthreadCourse)
         WHERE (s.from IS NULL OR s.from <= $as_of) AND (s.until IS NULL OR $as_of <= s.until)
       }
       RETURN DISTINCT land.id AS id ORDER BY id
     } AS hosts,
     COLLECT {
       UNWIND children AS c
       MATCH (c)-[t:TOOK_PART]->(e:KinthreadEvent)-[:AT]->(at:KinthreadPlace)
       WHERE t.role IN ['subject', 'companion'] AND e.effect = 'place' AND e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
         AND NOT at.kind IN ['country', 'region']
       RETURN DISTINCT at.id AS id ORDER BY id
     } AS homes,
     COLLECT {
       UNWIND told AS said UNWIND said AS tie UNWIND tie AS claim RETURN DISTINCT claim ORDER BY claim
     } AS claims
WITH size(children) AS count, collect({parents: parents, children: [c IN children | c.id], hosts: hosts, homes: homes, claims: claims}) AS same
UNWIND same AS one
WITH count, size(same) AS alike, one.hosts AS hosts, collect(one) AS hosted
UNWIND hosted AS one
WITH count, alike, hosts, size(hosted) AS hosted, one.homes AS homes, collect(one) AS homed
WHERE size(homed) < $fewer_than
UNWIND homed AS one
WITH one, count, alike, hosted, size(homed) AS homed
RETURN one.parents AS parents, one.children AS children, count, one.hosts AS hosts, one.homes AS homes,
       alike, hosted AS alike_with_host, homed AS alike_with_home, one.claims AS claims
ORDER BY alike, alike_with_host, parents;
