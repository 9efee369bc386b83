// Who cared for a child, in order, and for how many days was no caregiver recorded?
// group left
// says [{person_id}: ]{how}[, {care}][, begun {from_earliest}][, ended {until_earliest}][ ({ended_by})][, perhaps ended before ({perhaps_ended_by})][. Before it, {days_without_least} without a recorded caregiver].
// param   child            string             Person.id of the child
// param   as_of            date = told        the day asked about
// returns person_id        string   Person.id; null in the last row, of the time without one from the last known end to the day
// returns name             string
// returns how              string   cares_for, the type of an event such as care_began, adopted or care_declined, or nobody
// returns care             string   certainly, or possibly: it is believed or disputed; it then counts as care in the days below. Null in the last row
// returns from_earliest    date     when the care began; in the last row the time without a caregiver, up to the day: null where no end of care is recorded
// returns from_latest      date     null in the last row also where somebody cares, or may care, without a recorded end; after the day: it may not have begun
// returns until_earliest   date     when it ended: as said, by the tie or an event; or with the caregiver's detention or death
// returns until_latest     date
// returns ended_by         string   Event.id of what ended it; null where only the tie says so, or no end is recorded
// returns perhaps_ended_by string   Event.id of what may have ended it before: uncertain, or perhaps later than the day
// returns days_without_least  integer  days before this care without a recorded caregiver, at the least
// returns days_without_most   integer  at the most; null: not known
// returns claims           list     Claim.id
// unknown  The days before the first care, and between two that began at the same time. Care that nobody recorded. Whether care went on where no end is recorded: it is assumed to go on. An institution is no caregiver here.
MATCH (c:KinthreadPerson {id: $child})
OPTIONAL CALL (c) {
  MATCH (c)<-[r:CARES_FOR]-(p:KinthreadPerson)
  RETURN p, 'cares_for' AS how, false AS declined, r.exists = 'certain' AS stated, r.since_earliest AS fe, r.since_latest AS fl, r.until_earliest AS ue, r.until_latest AS ul, r.claims AS told
  UNION ALL
  OPTIONAL MATCH (c)<-[:CARES_FOR]-(p:KinthreadPerson)
  WITH collect(p) AS tied, c
  MATCH (c)-[:TOOK_PART {role: 'with'}]->(b:KinthreadEvent)<-[:TOOK_PART {role: 'subject'}]-(p:KinthreadPerson)
  WHERE b.care IN ['caregiver', 'declined'] AND b.exists <> 'no' AND NOT (b.care = 'caregiver' AND p IN tied)
  RETURN p, b.type AS how, b.care = 'declined' AS declined, b.exists = 'certain' AS stated, b.earliest AS fe, b.latest AS fl,
         CASE b.care WHEN 'declined' THEN b.earliest END AS ue, CASE b.care WHEN 'declined' THEN b.latest END AS ul,
         COLLECT { MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(b) WHERE claim.standing = 'active' RETURN claim.id } AS told
}
WITH c, p, CASE WHEN fe > $as_of THEN null ELSE how END AS how, declined, stated, fe, fl, ue, ul, told
CALL (c, p, declined, fe) {
  OPTIONAL MATCH (p)-[:TOOK_PART {role: 'subject'}]->(e:KinthreadEvent)
  WHERE NOT declined AND e.exists = 'certain' AND e.latest <= $as_of AND (fe IS NULL OR e.latest >= fe)
    AND (e.effect IN ['held', 'dead', 'missing'] OR (e.care = 'former' AND EXISTS { (c)-[:TOOK_PART {role: 'with'}]->(e) }))
  RETURN e ORDER BY e.latest, e.id LIMIT 1
}
CALL (c, p, declined, fe, e) {
  OPTIONAL MATCH (p)-[:TOOK_PART {role: 'subject'}]->(d:KinthreadEvent)
  WHERE NOT declined AND d.exists <> 'no' AND (d.exists = 'maybe' OR d.latest IS NULL OR d.latest > $as_of)
    AND (d.earliest IS NULL OR d.earliest <= $as_of) AND (e IS NULL OR d.earliest IS NULL OR d.earliest < e.earliest)
    AND (fe IS NULL OR d.latest IS NULL OR d.latest >= fe)
    AND (d.effect IN ['held', 'dead', 'missing'] OR (d.care = 'former' AND EXISTS { (c)-[:TOOK_PART {role: 'with'}]->(d) }))
  RETURN d ORDER BY d.earliest IS NOT NULL, d.earliest, d.id LIMIT 1
}
WITH c, p, how, declined, stated, fe, fl, told, e, d, ue IS NULL AND ul IS NULL AS unsaid, ue, ul
WITH c, {person: p, how: how, declined: declined, stated: stated, fe: fe, fl: fl, told: told, perhaps: d.id,
      pe: CASE WHEN d IS NULL THEN null WHEN fe > d.earliest OR d.earliest IS NULL THEN fe ELSE d.earliest END,
      ue: CASE WHEN unsaid OR coalesce(e.latest < ue, false) THEN e.earliest ELSE ue END,
      ul: CASE WHEN unsaid OR coalesce(e.latest < ue, false) THEN e.latest ELSE ul END,
      open: unsaid AND e IS NULL,
      ended: e.id} AS care
ORDER BY care.fe IS NULL DESC, care.fe, care.fl, care.person.id
WITH c, [care IN collect(care) WHERE NOT care.declined AND care.how IS NOT NULL] AS given,
     [care IN collect(care) WHERE care.how IS NOT NULL] AS every
UNWIND every + [{person: null, how: 'nobody', declined: false, fe: $as_of, fl: $as_of, ue: null, ul: null, ended: null, perhaps: null, told: []}] AS row
WITH row, [care IN given WHERE care.person <> row.person OR row.person IS NULL] AS others
WITH row, [care IN others WHERE care.fe IS NULL OR care.fe < row.fe OR row.person IS NULL
       OR (care.fe = row.fe AND care.fl < row.fl)] AS before
WITH row, before,
     any(care IN before WHERE care.open OR care.ul IS NULL) AS perhaps_none,
     COLLECT { UNWIND before AS care RETURN max(CASE WHEN care.perhaps IS NULL THEN care.ue ELSE care.pe END) } AS ends_earliest,
     COLLECT { UNWIND before AS care RETURN max(care.ul) } AS ends_latest
WITH row, before,
     CASE WHEN NOT any(care IN before WHERE care.perhaps IS NULL AND care.ue IS NULL OR care.perhaps IS NOT NULL AND care.pe IS NULL)
          THEN ends_earliest[0] END AS none_earliest,
     CASE WHEN NOT perhaps_none THEN ends_latest[0] END AS none_latest
WITH row, none_earliest, none_latest,
     CASE WHEN row.declined OR size(before) = 0 THEN null
          WHEN none_latest IS NULL OR row.fe IS NULL THEN 0
          ELSE duration.inDays(none_latest, row.fe).days END AS least,
     CASE WHEN row.declined OR size(before) = 0 THEN null
          WHEN any(care IN before WHERE care.open AND care.perhaps IS NULL) THEN 0
          ELSE duration.inDays(none_earliest, row.fl).days END AS most,
     COLLECT { UNWIND row.told AS id RETURN DISTINCT id ORDER BY id } AS told,
     COLLECT {
       UNWIND [row.ended, row.perhaps] AS event MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(:KinthreadEvent {id: event})
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS ending
RETURN row.person.id AS person_id, row.person.name AS name, row.how AS how,
       CASE row.stated WHEN true THEN 'certainly' WHEN false THEN 'possibly' END AS care,
       CASE WHEN row.person IS NULL THEN none_earliest ELSE row.fe END AS from_earliest,
       CASE WHEN row.person IS NULL THEN none_latest ELSE row.fl END AS from_latest,
       row.ue AS until_earliest, row.ul AS until_latest, row.ended AS ended_by, row.perhaps AS perhaps_ended_by,
       CASE WHEN least < 0 THEN 0 ELSE least END AS days_without_least,
       CASE WHEN most < 0 THEN 0 ELSE most END AS days_without_most,
       told + [id IN ending WHERE NOT id IN told] AS claims
ORDER BY row.person IS NULL, row.fe IS NOT NULL, row.fe, row.fl, person_id;
