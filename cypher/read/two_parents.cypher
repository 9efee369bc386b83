// Which two people of one sex are both recorded as the parent of a child by birth?
// returns people  list  Person.id of both
MATCH (a:KinthreadPerson)-[one:PARENT_OF]->(child:KinthreadPerson)<-[two:PARENT_OF]-(b:KinthreadPerson)
WHERE a.id < b.id AND a.sex = b.sex AND coalesce(one.kind, 'birth') = 'birth' AND coalesce(two.kind, 'birth') = 'birth'
RETURN DISTINCT [a.id, b.id] AS people ORDER BY people;
