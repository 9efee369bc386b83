// Which records does another record of the same person name?
// returns record  string  Person.id
// returns person  string  Person.id of the one that names them all
MATCH (p:KinthreadPerson)-[:SAME_AS]-()
WHERE p.joined_to IS NOT NULL
RETURN DISTINCT p.id AS record, p.joined_to AS person ORDER BY record;
