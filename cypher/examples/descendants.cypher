// Who descends from one person, by how many generations?
// returns person_id  string
// returns name  string
// returns generations  integer
MATCH line = (:Person {id: 'mother-of-mihriban'})-[:PARENT_OF]->{1,4}(p:Person)
RETURN p.id AS person_id, p.name AS name, min(length(line)) AS generations
ORDER BY generations, name;
