// Which of these events are stored?
// param   ids  list    Event.id
// returns id   string
MATCH (n:KinthreadEvent) WHERE n.id IN $ids
RETURN n.id AS id;
