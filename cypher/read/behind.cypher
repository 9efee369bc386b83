// What are these nodes and relationships, that an answer names as the server does?
// param   elements  list    elementId(), of either
// param   numbers   list    id(), of either
// returns element   string
// returns number    int
// returns ids       list    their own ids; of a relationship those of its two ends; of a course also whose it is
// returns kinds     list    labels, or the type
MATCH (n) WHERE elementId(n) IN $elements
RETURN elementId(n) AS element, id(n) AS number, [toStringOrNull(n.id), toStringOrNull(n.person)] AS ids, labels(n) AS kinds
UNION
MATCH (n) WHERE id(n) IN $numbers
RETURN elementId(n) AS element, id(n) AS number, [toStringOrNull(n.id), toStringOrNull(n.person)] AS ids, labels(n) AS kinds
UNION
MATCH (a)-[r]->(b) WHERE elementId(r) IN $elements
RETURN elementId(r) AS element, id(r) AS number, [toStringOrNull(a.id), toStringOrNull(b.id), toStringOrNull(a.person), toStringOrNull(b.person)] AS ids, [type(r)] AS kinds
UNION
MATCH (a)-[r]->(b) WHERE id(r) IN $numbers
RETURN elementId(r) AS element, id(r) AS number, [toStringOrNull(a.id), toStringOrNull(b.id), toStringOrNull(a.person), toStringOrNull(b.person)] AS ids, [type(r)] AS kinds;
