// Who is left, or possibly left, for some children on a day, of those who ever asked not to be contacted?
// Whether the request still stands is for the rule to say. What an older version kept counts too, until it is derived anew.
// param   children  list    Person.id
// param   day       date    the day asked about
// returns child     string  Person.id
// returns id        string  Person.id of who is left
// returns name      string
MATCH (c:KinthreadPerson) WHERE c.id IN $children
CALL (c) {
  MATCH (c)<-[:TOWARDS]-(:KinthreadCourse)<-[s:HAS_ANSWER]-(p:KinthreadPerson) RETURN s, p
  UNION ALL
  MATCH (c)<-[s:STANDS]-(p:KinthreadPerson) RETURN s, p
}
WITH c, s, p
WHERE s.left IN ['yes', 'possibly'] AND (s.from IS NULL OR s.from <= $day) AND (s.until IS NULL OR $day <= s.until)
  AND EXISTS { (p)-[:MEMBER_OF*0..5]->(:KinthreadPerson)-[:TOOK_PART]->(:KinthreadEvent {effect: 'asked'}) }
RETURN DISTINCT c.id AS child, p.id AS id, p.name AS name ORDER BY child, name, id;
