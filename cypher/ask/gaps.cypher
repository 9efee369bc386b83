// What is missing, so that answers stay unclear?
// group sure
// param   person   string = any     Person.id of somebody in the record
// returns gap      string   what is missing
// returns opens    string   what stays unclear without it
// returns people   list     Person.id of the people in the record
// returns events   list     Event.id
// returns claims   list     Claim.id of what is recorded so far
// unknown  Whether anybody knows: what is missing here may be in a source that was not read.
CALL () {
  MATCH (e:KinthreadEvent)
  WHERE e.exists <> 'no' AND e.effect IN ['dead', 'held', 'missing', 'asked', 'released', 'lifted']
    AND NOT EXISTS { MATCH (e)<-[:SUPPORTS]-(c:KinthreadClaim) WHERE c.standing = 'active' AND c.learned_text IS NOT NULL }
  RETURN 'when the family learned of it' AS gap, 'what was known on a day is only possible' AS opens, e AS e, null AS p
  UNION ALL
  MATCH (e:KinthreadEvent)
  WHERE e.exists <> 'no' AND e.effect IS NOT NULL AND e.earliest IS NULL AND e.latest IS NULL
  RETURN 'when it was' AS gap, 'answers of every day stay open' AS opens, e AS e, null AS p
  UNION ALL
  MATCH (p:KinthreadPerson)-[:HAS_CALENDAR]->(:KinthreadCalendar)
  WHERE p.born_earliest IS NULL AND p.born_latest IS NULL
  RETURN 'when the child was born' AS gap, 'whether the child is grown stays open' AS opens, null AS e, p AS p
}
WITH gap, opens, e, p ORDER BY gap, coalesce(e.id, p.id) // what follows is looked up for those rows alone that are fetched
WITH gap, opens, e, p,
     COLLECT { MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS subjects,
     COLLECT { MATCH (e)<-[:SUPPORTS]-(c:KinthreadClaim) WHERE c.standing = 'active' RETURN c.id AS id ORDER BY id } AS of_event,
     COLLECT { MATCH (p)<-[:ABOUT]-(c:PersonClaim:KinthreadClaim) WHERE c.standing = 'active' RETURN c.id AS id ORDER BY id } AS of_person
WITH gap, opens, e, CASE WHEN p IS NULL THEN subjects ELSE [p.id] END AS people, of_event + of_person AS claims
WHERE $person IS NULL OR $person IN people
RETURN gap, opens, people, CASE WHEN e IS NULL THEN [] ELSE [e.id] END AS events, claims
ORDER BY gap, people, events;
