// Who is sought or named as kin, but has no event of their own?
// group sure
// says {person_id}[, kin of {kin_of}]: no event of their own is recorded[. They are sought or named in: {asked}].
// param   as_of      date = told      events by that day
// returns person_id  string   Person.id
// returns name       string
// returns group      boolean  a group that the source speaks of as one
// returns sought     boolean  marked as looked for
// returns asked      list     Event.id of news, messages, appeals and videos that are about them or for them
// returns kin_of     list     Person.id of those to whom a tie is recorded
// returns claims     list     Claim.id of who they are
// unknown  What became of them: that nothing is recorded says nothing about their fate.
WITH CASE $as_of WHEN date('9999-12-31') THEN date('9999-12-30') ELSE $as_of END AS day // in the gist, the last of all days means never
CALL (day) {
  // the gist says of most that they are in no event at all by that day
  MATCH (p:KinthreadPerson)
  WHERE p.named_from > day AND p.stale IS NULL AND NOT p:Organisation
  RETURN p, [] AS asked
  UNION ALL
  CALL (day) {
    MATCH (p:KinthreadPerson)
    WHERE p.named_from <= day AND p.own_from > day AND p.stale IS NULL
    RETURN p
    UNION ALL
    MATCH (p:KinthreadPerson)
    WHERE p.stale IS NOT NULL
    RETURN p
    UNION ALL
    MATCH (p:KinthreadPerson) // of several records
    WHERE p.doubtful = true AND p.named_from IS NULL AND p.stale IS NULL
    RETURN p
    UNION ALL
    UNWIND CASE WHEN EXISTS { MATCH (one:KinthreadPerson) WHERE one.named_from IS NOT NULL } THEN [] ELSE [true] END AS without // of an older version: no gist of anybody
    MATCH (p:KinthreadPerson)
    WHERE p.stale IS NULL AND p.doubtful IS NULL
    RETURN p
  }
  WITH p
  WHERE NOT p:Organisation AND NOT EXISTS {
    MATCH (p)-[t:TOOK_PART]->(e:KinthreadEvent)
    WHERE t.role <> 'about' AND NOT (t.role = 'with' AND e.appeal IS NOT NULL) AND e.exists <> 'no'
      AND e.origin IS NULL // where somebody comes from is nothing that happened to them
      AND (e.earliest IS NULL OR e.earliest <= $as_of)
  }
  RETURN p, COLLECT { MATCH (p)-[:TOOK_PART]->(e:KinthreadEvent) WHERE e.exists <> 'no' AND e.origin IS NULL AND (e.earliest IS NULL OR e.earliest <= $as_of) RETURN DISTINCT e.id AS id ORDER BY id } AS asked
}
WITH p, asked ORDER BY p.sought DESC, size(asked) DESC, p.id // what follows is found out for those rows alone that are fetched
WITH p, asked,
     COLLECT {
       MATCH (p)-[:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|KNOWS|CARES_FOR|LIVES_WITH]-(o:KinthreadPerson)
       RETURN DISTINCT o.id AS id ORDER BY id
     } AS kin_of,
     COLLECT {
       MATCH (claim:PersonClaim:KinthreadClaim)-[:ABOUT]->(p) WHERE claim.standing = 'active'
       RETURN claim.id AS id ORDER BY id
     } AS claims
RETURN p.id AS person_id, p.name AS name, p.kind = 'group' AS group, p.sought AS sought, asked, kin_of, claims
ORDER BY sought DESC, size(asked) DESC, person_id;
