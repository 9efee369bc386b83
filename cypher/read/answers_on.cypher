// What is the answer for some people towards each child on a day, and who of them is a child themselves?
// param   ids     list    Person.id
// param   day     date    the day asked about
// returns id      string  Person.id, one of them
// returns left    string  the answer; empty for a child
// returns status  string  what is recorded of them; empty for a child
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)-[s:HAS_ANSWER]->(:KinthreadCourse)
WHERE (s.from IS NULL OR s.from <= $day) AND (s.until IS NULL OR $day <= s.until)
RETURN DISTINCT p.id AS id, s.left AS left, s.status AS status
UNION
MATCH (p:KinthreadPerson) WHERE p.id IN $ids AND EXISTS { (p)-[:HAS_CALENDAR]->() }
RETURN p.id AS id, '' AS left, '' AS status;
