// Which data sets are stored?
// returns id     string
// returns title  string
MATCH (d:KinthreadDataset)
RETURN d.id AS id, d.title AS title ORDER BY id;
