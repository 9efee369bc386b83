// Which of these datasets are stored?
// param   ids  list    Dataset.id
// returns id   string
MATCH (n:KinthreadDataset) WHERE n.id IN $ids
RETURN n.id AS id;
