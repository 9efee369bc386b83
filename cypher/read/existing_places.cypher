// Which of these places are stored?
// param   ids  list    Place.id
// returns id   string
MATCH (n:KinthreadPlace) WHERE n.id IN $ids
RETURN n.id AS id;
