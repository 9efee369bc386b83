// Who is a parent of whom among the ancestors and the descendants of these people?
// param   ids     list    Person.id
// returns parent  string
// returns child   string
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)<-[:PARENT_OF*0..]-(child:KinthreadPerson)
WITH DISTINCT child
MATCH (child)<-[:PARENT_OF]-(parent:KinthreadPerson)
RETURN parent.id AS parent, child.id AS child
UNION
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)-[:PARENT_OF*0..]->(parent:KinthreadPerson)
WITH DISTINCT parent
MATCH (parent)-[:PARENT_OF]->(child:KinthreadPerson)
RETURN parent.id AS parent, child.id AS child;
