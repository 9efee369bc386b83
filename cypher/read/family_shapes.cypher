// The shape of every family with a child on the board of a day: what it could be told by.
// param   as_of     date
// returns children  list  Person.id, sorted
// returns born      list  of each child [the first and the last day of birth]; null where not said
// returns hosts     list  Place.id of the countries where the parents were recorded abroad
// returns homes     list  Place.id of the places where the children were recorded
// returns left      list  the first day on which each leaving of a parent may have been
CALL () {
  MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
  WHERE any(i IN range(0, size(k.listed_from) - 1)
            WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
  WITH c, COLLECT {
         MATCH (c)<-[r:PARENT_OF]-(p:KinthreadPerson)
         WHERE NOT coalesce(r.kind, 'birth') IN ['step', 'foster']
         RETURN DISTINCT p.id AS id ORDER BY id
       } AS parents
  ORDER BY c.id
  RETURN parents, collect(c) AS every
}
WITH parents, every,
     COLLECT {
       UNWIND parents AS id
       MATCH (:KinthreadPerson {id: id})-[t:TOOK_PART]->(e:KinthreadEvent)-[:AT]->(:KinthreadPlace)-[:PART_OF*0..]->(land:KinthreadPlace {kind: 'country'})
       WHERE t.role IN ['subject', 'companion'] AND e.effect = 'place' AND e.exists <> 'no'
         AND NOT EXISTS { (:KinthreadDataset {country_of_risk: land.id}) }
       RETURN DISTINCT land.id AS id ORDER BY id
     } AS hosts,
     COLLECT {
       UNWIND every AS c
       MATCH (c)-[t:TOOK_PART]->(e:KinthreadEvent)-[:AT]->(at:KinthreadPlace)
       WHERE t.role IN ['subject', 'companion'] AND e.effect = 'place' AND e.exists <> 'no'
       RETURN DISTINCT at.id AS id ORDER BY id
     } AS homes,
     COLLECT {
       UNWIND parents AS id
       MATCH (:KinthreadPerson {id: id})-[t:TOOK_PART {role: 'subject'}]->(e:KinthreadEvent {tells_place: 'out'})
       WHERE e.exists <> 'no' AND e.earliest IS NOT NULL
       RETURN DISTINCT e.earliest AS day ORDER BY day
     } AS left
RETURN [c IN every | c.id] AS children, [c IN every | [c.born_earliest, c.born_latest]] AS born,
       hosts, homes, left
ORDER BY children;
