// Keep on each record of a person of several records which one names that person.
// param   rows  map  Person.id: the Person.id that names the cluster
// returns nothing
CALL () {
  UNWIND keys($rows) AS id
  MATCH (p:KinthreadPerson {id: id}) RETURN p
  UNION
  MATCH (p:KinthreadPerson) WHERE p.joined_to IS NOT NULL RETURN p
}
WITH p
WHERE coalesce(p.joined_to <> $rows[p.id], true) AND NOT (p.joined_to IS NULL AND $rows[p.id] IS NULL)
SET p.joined_to = $rows[p.id], p.stale = true;
