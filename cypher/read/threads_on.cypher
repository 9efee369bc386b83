// Who is left, or possibly left, for some children on a day? Groups are left out.
// param   children  list    Person.id
// param   day       date    the day asked about
// returns child     string  Person.id
// returns id        string  Person.id of who is left
MATCH (c:KinthreadPerson) WHERE c.id IN $children
MATCH (c)<-[:TOWARDS]-(:KinthreadCourse)<-[s:HAS_ANSWER]-(p:KinthreadPerson)
WHERE s.left IN ['yes', 'possibly'] AND NOT s.group
  AND (s.from IS NULL OR s.from <= $day) AND (s.until IS NULL OR $day <= s.until)
RETURN DISTINCT c.id AS child, p.id AS id ORDER BY child, id;
