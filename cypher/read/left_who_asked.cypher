// Who is left, or possibly left, for some children on a day, of those who ever asked not to be contacted?
// Whether the request still stands is for the rule to say.
// param   children  list    Person.id
// param   day       date    the day asked about
// returns child     string  Person.id
// returns id        string  Person.id of who is left
// returns name      string
MATCH (c:KinthreadPerson) WHERE c.id IN $children
MATCH (c)<-[s:STANDS]-(p:KinthreadPerson)
WHERE s.left IN ['yes', 'possibly'] AND (s.from IS NULL OR s.from <= $day) AND (s.until IS NULL OR $day <= s.until)
  AND EXISTS { (p)-[:MEMBER_OF*0..5]->(:KinthreadPerson)-[:TOOK_PART]->(:KinthreadEvent {effect: 'asked'}) }
RETURN DISTINCT c.id AS child, p.id AS id, p.name AS name ORDER BY child, name, id;
