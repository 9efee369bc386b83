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
  RETURN c, collect(DISTINCT CASE WHEN NOT coalesce(r.kind, 'birth') IN ['step', 'foster'] THEN id END) AS parents,
         collect(r.claims) AS told, null AS host, null AS home
  UNION ALL // stays abroad are fewer than all that parents took part in
  MATCH (land:KinthreadPlace {kind: 'country'})<-[:PART_OF*0..]-(at:KinthreadPlace)
  WHERE NOT EXISTS { (:KinthreadDataset {country_of_risk: land.id}) }
  MATCH (at)<-[:AT]-(e:KinthreadEvent)<-[t:TOOK_PART]-(p:KinthreadPerson)
  WHERE t.role IN ['subject', 'companion'] AND e.effect = 'place' AND e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
  WITH DISTINCT p, land
  WHERE EXISTS {
    MATCH (p)-[s:HAS_ANSWER {left: 'abroad'}]->(:KinthreadCourse)
    WHERE (s.from IS NULL OR s.from <= $as_of) AND (s.until IS NULL OR $as_of <= s.until)
  }
  MATCH (p)-[r:PARENT_OF]->(c:KinthreadPerson)
  WHERE NOT coalesce(r.kind, 'birth') IN ['step', 'foster']
  RETURN c, null AS parents, null AS told, land.id AS host, null AS home
  UNION ALL
  MATCH (c:KinthreadPerson)-[t:TOOK_PART]->(e:KinthreadEvent)-[:AT]->(at:KinthreadPlace)
  WHERE t.role IN ['subject', 'companion'] AND e.effect = 'place' AND e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
    AND NOT at.kind IN ['country', 'region']
  RETURN c, null AS parents, null AS told, null AS host, at.id AS home
}
WITH c, head(collect(parents)) AS parents, head(collect(told)) AS told, collect(host) AS hosts, collect(home) AS homes
WHERE parents IS NOT NULL
WITH c.id AS child, parents, told, hosts, homes ORDER BY child
WITH parents, collect(child) AS children, collect(told) AS told, collect(hosts) AS hosts, collect(homes) AS homes
WITH parents, children, told,
     COLLECT { UNWIND hosts AS some UNWIND some AS id RETURN DISTINCT id ORDER BY id } AS hosts,
     COLLECT { UNWIND homes AS some UNWIND some AS id RETURN DISTINCT id ORDER BY id } AS homes
WITH size(children) AS count, collect({parents: parents, children: children, hosts: hosts, homes: homes, told: told}) AS same
UNWIND same AS one
WITH count, size(same) AS alike, one.hosts AS hosts, collect(one) AS hosted
UNWIND hosted AS one
WITH count, alike, hosts, size(hosted) AS hosted, one.homes AS homes, collect(one) AS homed
WHERE size(homed) < $fewer_than
UNWIND homed AS one
WITH one, count, alike, hosted, size(homed) AS homed,
     COLLECT {
       UNWIND one.told AS said UNWIND said AS tie UNWIND tie AS claim RETURN DISTINCT claim ORDER BY claim
     } AS claims
RETURN one.parents AS parents, one.children AS children, count, one.hosts AS hosts, one.homes AS homes,
       alike, hosted AS alike_with_host, homed AS alike_with_home, claims
ORDER BY alike, alike_with_host, parents;
