// Whom may the question "who is left" be asked for? Whoever is sought, or of whom something of
// the birth is said, with a recorded parent. The rule decides.
// returns id  string  Person.id
MATCH (p:KinthreadPerson)
WHERE p.kind = 'person' AND (p.sought OR p.born_earliest IS NOT NULL OR p.born_latest IS NOT NULL)
  AND EXISTS { (p)<-[:PARENT_OF]-() }
RETURN p.id AS id ORDER BY id;
