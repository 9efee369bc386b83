// Which children have only one person left, and whose loss cut off the others?
// group left
// says {person_id} alone is recorded as left for {child_id}[. Lost before: {cut_id}][, {cut_status}][, {cut_earliest}][ ({event_id})][. Responsible: {responsible}].
// param   as_of          date = told      the day asked about
// returns child_id       string   Person.id
// returns child          string   name of the child
// returns person_id      string   Person.id of the only one left
// returns person         string
// returns cut_id         string   Person.id of one who is gone, the latest first; null if none is recorded
// returns cut            string
// returns cut_status     string   dead, held, asked, missing or lost, certainly or possibly
// returns cut_earliest   date     when they were lost
// returns cut_latest     date
// returns event_id       string   Event.id that cut them off
// returns responsible    list     Person.id of those responsible for that event, as far as recorded
// returns claims         list     Claim.id behind the one who is left
// returns cut_claims     list     Claim.id behind the loss
// unknown  Groups: only individual people are counted.
// unknown  Whether contact is safe: contact from abroad can itself lead to detention.
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WITH c, k, size([from IN k.tally_from WHERE from <= $as_of]) - 1 AS i // the last one that had begun
WHERE i >= 0 AND $as_of <= k.tally_until[i] AND k.tally_yes[i] = 1 AND k.tally_possibly[i] = 0
MATCH (c)<-[:TOWARDS]-(:KinthreadCourse)<-[s:HAS_ANSWER]-(q:KinthreadPerson) // once, for who is left and who is gone
WHERE s.left IN ['yes', 'no'] AND NOT s.group
  AND (s.from IS NULL OR s.from <= $as_of) AND (s.until IS NULL OR $as_of <= s.until)
WITH c, collect(CASE WHEN s.left = 'yes' THEN {person: q, claims: s.claims} END) AS left,
     collect(CASE WHEN s.left = 'no' AND s.since_known THEN {cut: q, answer: s} END) AS lost
UNWIND left AS one
UNWIND CASE WHEN lost = [] THEN [{}] ELSE lost END AS other
WITH c, one.person AS p, one.claims AS claims, other.answer AS gone, other.cut AS cut
WITH c, p, claims, gone, cut,
     COLLECT {
       MATCH (:KinthreadEvent {id: gone.deciding})<-[:TOOK_PART {role: 'responsible'}]-(who:KinthreadPerson)
       RETURN who.id ORDER BY who.id
     } AS responsible
RETURN c.id AS child_id, c.name AS child, p.id AS person_id, p.name AS person, cut.id AS cut_id,
       cut.name AS cut, gone.status AS cut_status, gone.since_earliest AS cut_earliest,
       gone.since_latest AS cut_latest, gone.deciding AS event_id, responsible, claims,
       coalesce(gone.claims, []) AS cut_claims
ORDER BY child_id, coalesce(cut_latest, date('9999-12-31')) DESC, coalesce(cut_earliest, date('0001-01-01')) DESC, cut_id DESC;
