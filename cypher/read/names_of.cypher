// What are these people, places and sources called?
// param   ids   list    of ids
// returns name  string
MATCH (n:KinthreadPerson|KinthreadPlace|KinthreadSource) WHERE n.id IN $ids
RETURN coalesce(n.name, n.title) AS name ORDER BY n.id;
