// Which of these sources are stored?
// param   ids  list    Source.id
// returns id   string
MATCH (n:KinthreadSource) WHERE n.id IN $ids
RETURN n.id AS id;
