// What are these nodes, which relationships in an answer lead to?
// param   elements  list    as the server names them
// returns element   string
// returns id        string  its own id, or else the server's
// returns labels    list
// returns name      string  null where it has none
MATCH (n) WHERE elementId(n) IN $elements
RETURN elementId(n) AS element, coalesce(toStringOrNull(n.id), elementId(n)) AS id, labels(n) AS labels, coalesce(n.name, n.title, n.type, n.person) AS name;
