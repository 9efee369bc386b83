// Who is left, or possibly left, for more than one child, so that their loss would cut off several?
// group left
// says {person_id}[. Left for {left_for}][. Possibly left for {possibly_for}][. The only one for {only_one_for}].
// param   as_of           date = told      the day asked about
// param   at_least        integer = 2      children
// returns person_id       string   Person.id
// returns name            string
// returns group           boolean  a group that the source speaks of as one
// returns left_for        list     Person.id of the children for whom they are left
// returns possibly_for    list     Person.id of the children for whom they are possibly left
// returns only_one_for    list     Person.id of the children for whom no other person is left, not even possibly
// returns claims          list     Claim.id
// unknown  Whether contact is safe: contact from abroad can itself lead to detention.
MATCH (course:KinthreadCourse)
WHERE (course.left_until IS NULL OR $as_of <= course.left_until) AND (course.left_from IS NULL OR course.left_from <= $as_of) // an older version kept no days
MATCH (p:KinthreadPerson)-[s:HAS_ANSWER]->(course)
WHERE s.left IN ['yes', 'possibly']
  AND (s.from IS NULL OR s.from <= $as_of) AND (s.until IS NULL OR $as_of <= s.until)
MATCH (course)-[:TOWARDS]->(c:KinthreadPerson)
WITH c, p, s ORDER BY p.id
WITH c, collect({person: p, left: s.left, group: s.group, claims: s.claims}) AS left
MATCH (c)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE any(i IN range(0, size(k.listed_from) - 1)
          WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
WITH c, left ORDER BY c.id
UNWIND left AS one
WITH one.person AS p, one.group AS group, c.id AS child, one.left AS how, one.claims AS claims,
     none(other IN left WHERE NOT other.group AND other.person <> one.person) AS only
WITH p, group, collect(CASE how WHEN 'yes' THEN child END) AS left_for,
     collect(CASE how WHEN 'possibly' THEN child END) AS possibly_for,
     collect(CASE WHEN only THEN child END) AS only_one_for, collect(DISTINCT claims) AS said
WHERE size(left_for) + size(possibly_for) >= $at_least
WITH p, group, left_for, possibly_for, only_one_for,
     COLLECT { UNWIND said AS some UNWIND some AS claim RETURN DISTINCT claim ORDER BY claim } AS claims
RETURN p.id AS person_id, p.name AS name, group, left_for, possibly_for, only_one_for, claims
ORDER BY size(only_one_for) DESC, size(left_for) + size(possibly_for) DESC, person_id;
