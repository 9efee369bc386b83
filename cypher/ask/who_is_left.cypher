// Who is recorded as left to contact for one child on a day, and on which evidence?
// group left
// says [{person_id}: ]{left}[, {status}][, since {since_earliest}][ ({event_id})].
// param   child           string             Person.id of a child with a calendar
// param   as_of           date = told        the day asked about
// returns person_id       string   Person.id; null in the row that only counts
// returns name            string
// returns left            string   yes, possibly, unknown, no or abroad
// returns status          string   what decides: dead, held, asked, missing, lost, in_contact ...
// returns people          integer  how many have this answer: 1, or everybody without a record
// returns group           boolean  a group that the source speaks of as one
// returns since_earliest  date     of the deciding event; null where its beginning is open
// returns since_latest    date
// returns event_id        string   Event.id of the deciding event
// returns claims          list     Claim.id behind the answer
// unknown  The people of the counting row: they have no record that the rule reads. `python -m graph left --child` names them.
// unknown  Whether contact is safe: contact from abroad can itself lead to detention.
CALL () {
  MATCH (:KinthreadPerson {id: $child})<-[:TOWARDS]-(:KinthreadCourse)<-[s:HAS_ANSWER]-(p:KinthreadPerson)
  WHERE (s.from IS NULL OR s.from <= $as_of) AND (s.until IS NULL OR $as_of <= s.until)
  RETURN p.id AS person_id, p.name AS name, s AS stands, 1 AS people
  UNION ALL
  MATCH (:KinthreadPerson {id: $child})-[:HAS_CALENDAR]->(k:KinthreadCalendar)
  WHERE k.nothing_recorded > 0
  RETURN null AS person_id, 'others within reach' AS name, null AS stands, k.nothing_recorded AS people
}
RETURN person_id, name, coalesce(stands.left, 'unknown') AS left,
       coalesce(stands.status, 'nothing_recorded') AS status, people,
       coalesce(stands.group, false) AS group, stands.since_earliest AS since_earliest,
       stands.since_latest AS since_latest, stands.deciding AS event_id, coalesce(stands.claims, []) AS claims
ORDER BY person_id IS NULL, name, person_id;
