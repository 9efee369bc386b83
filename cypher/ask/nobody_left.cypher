// Which children on the board have nobody left to contact on a day, not even possibly?
// group left
// says Nobody is recorded as left for {child_id}[. Of groups, someone is or may be left: {groups}]. Apart from a parent: {separated}. Gone: {lost}, not known: {unknown}, abroad: {abroad}.
// param   as_of       date = told      the day asked about
// returns child_id    string   Person.id
// returns child       string   name of the child
// returns separated   string   yes or possibly: apart from a parent abroad
// returns lost        integer  people and groups that are recorded as gone
// returns unknown     integer  people and groups whose answer is not known
// returns abroad      integer  people abroad, the inquirers among them
// returns groups      list     Person.id of groups of which someone is, or may be, left
// returns claims      list     Claim.id behind those who are gone, and behind the groups
// unknown  Whether nobody is left: nobody is recorded as left. There may be an unknown relative.
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WITH c, k, size([from IN k.tally_from WHERE from <= $as_of]) - 1 AS i // the last one that had begun
WHERE i >= 0 AND $as_of <= k.tally_until[i]
  AND k.tally_yes[i] = 0 AND k.tally_possibly[i] = 0
CALL (c) {
  OPTIONAL MATCH (c)<-[:TOWARDS]-(:KinthreadCourse)<-[s:HAS_ANSWER]-(p:KinthreadPerson)
  WHERE (s.from IS NULL OR s.from <= $as_of) AND (s.until IS NULL OR $as_of <= s.until)
  WITH p, s ORDER BY p.id
  RETURN collect({id: p.id, left: s.left, group: s.group, claims: s.claims}) AS stands
}
WITH c, k.tally_separated[i] AS separated, k.nothing_recorded AS silent, stands
WITH c, separated, silent, stands,
     [s IN stands WHERE s.left IN ['yes', 'possibly']] AS groups,
     COLLECT {
       UNWIND [s IN stands WHERE s.left IN ['yes', 'possibly', 'no']] AS s
       UNWIND s.claims AS claim
       RETURN DISTINCT claim ORDER BY claim
     } AS claims
RETURN c.id AS child_id, c.name AS child, separated,
       size([s IN stands WHERE s.left = 'no']) AS lost,
       size([s IN stands WHERE s.left = 'unknown']) + silent AS unknown,
       size([s IN stands WHERE s.left = 'abroad']) AS abroad,
       [s IN groups | s.id] AS groups, claims
ORDER BY child_id;
