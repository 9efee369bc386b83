// Keep of people, and of their parents, what questions over everybody look for first.
// `own_from` is the first day of what they did or met with, `named_from` of any event with them; the last of all days: none. Where somebody comes from is no such event.
// `doubtful` are those whose birth does not fit a child or an event of theirs: ask/doubts looks again, with the same figures.
// param   ids  list  Person.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
CALL (p) {
  RETURN p AS one
  UNION
  MATCH (p)<-[:PARENT_OF]-(one:KinthreadPerson) RETURN one
}
WITH DISTINCT one
CALL (one) {
  OPTIONAL MATCH (one)-[t:TOOK_PART]->(e:KinthreadEvent)
  WHERE e.exists <> 'no'
  WITH one, e, t, coalesce(e.earliest, date('0001-01-01')) AS begun, e IS NOT NULL AND e.origin IS NULL AS happened, t.role <> 'about' AND NOT (t.role = 'with' AND e.appeal IS NOT NULL) AS own
  RETURN min(CASE WHEN happened THEN begun END) AS named, min(CASE WHEN happened AND own THEN begun END) AS own,
         coalesce(max(t.role = 'subject' AND (e.latest < one.born_earliest OR e.earliest > one.born_latest + duration({years: 110}))), false) AS never
}
WITH one, named, own, never OR EXISTS {
  MATCH (one)-[:PARENT_OF]->(child)
  WHERE child.born_latest < one.born_earliest + duration({years: 12}) OR child.born_earliest > one.born_latest + duration({years: 55})
} AS doubtful
SET one.named_from = coalesce(named, date('9999-12-31')), one.own_from = coalesce(own, date('9999-12-31')), one.doubtful = doubtful;
