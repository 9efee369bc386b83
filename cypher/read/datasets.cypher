// The datasets of these names.
// param   ids    list  Dataset.id
// returns facts  map
MATCH (n:KinthreadDataset) WHERE n.id IN $ids
RETURN properties(n) AS facts;
