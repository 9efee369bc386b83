// Of which of these things does a claim that counts come from any other source?
// param   things   list    Person.id, Event.id or the id of a tie
// param   sources  list    Source.id of the sources that do not count here
// returns about    string
MATCH (c:KinthreadClaim)-[:FROM]->(s:KinthreadSource)
WHERE c.about IN $things AND c.standing = 'active' AND NOT s.id IN $sources
RETURN DISTINCT c.about AS about;
