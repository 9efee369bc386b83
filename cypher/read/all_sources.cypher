// Which sources are there, and who speaks in each?
// returns facts      map
// returns informant  string  the name of who speaks; null where nobody is named
MATCH (s:KinthreadSource)
OPTIONAL MATCH (s)-[:INFORMANT]->(p:KinthreadPerson)
RETURN properties(s) AS facts, p.name AS informant
ORDER BY s.id;
