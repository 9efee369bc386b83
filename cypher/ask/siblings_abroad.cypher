// Which children were left behind and have a brother or sister abroad?
// group children
// says {child_id} was left behind. {sibling_id}, {kin} a brother or sister, is abroad[. Parents of both: {shared}].
// param   as_of       date = told      the day asked about
// returns child_id    string   Person.id of the child left behind
// returns child       string
// returns sibling_id  string   Person.id of the brother or sister abroad
// returns sibling     string
// returns shared      list     Person.id of the parents whom both have; empty where only a tie of siblings is stated
// returns kin         string   certainly a brother or sister, or possibly: over a believed or disputed tie
// returns claims      list     Claim.id that say where the brother or sister is
// unknown  Brothers and sisters whose side of the border is not recorded.
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE any(i IN range(0, size(k.listed_from) - 1)
          WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
WITH c, COLLECT {
       MATCH (c)<-[:PARENT_OF]-(:KinthreadPerson)-[:PARENT_OF]->(other:KinthreadPerson) RETURN other
       UNION
       MATCH (c)-[:SIBLING_OF]-(other:KinthreadPerson) RETURN other
     } AS siblings
WHERE size(siblings) > 0
UNWIND siblings AS sibling // each has few courses, and the child has many
MATCH (sibling)-[s:HAS_ANSWER {left: 'abroad'}]->(:KinthreadCourse)-[:TOWARDS]->(c)
WHERE (s.from IS NULL OR s.from <= $as_of) AND (s.until IS NULL OR $as_of <= s.until)
WITH c, s, sibling,
     COLLECT { MATCH (c)<-[:PARENT_OF]-(parent:KinthreadPerson)-[:PARENT_OF]->(sibling) RETURN DISTINCT parent.id AS id ORDER BY id } AS shared,
     EXISTS { (c)<-[:PARENT_OF {exists: 'certain'}]-(:KinthreadPerson)-[:PARENT_OF {exists: 'certain'}]->(sibling) }
       OR EXISTS { (c)-[:SIBLING_OF {exists: 'certain'}]-(sibling) } AS sure
RETURN c.id AS child_id, c.name AS child, sibling.id AS sibling_id, sibling.name AS sibling, shared,
       CASE WHEN sure THEN 'certainly' ELSE 'possibly' END AS kin, s.claims AS claims
ORDER BY child_id, sibling_id;
