// In which country does contact from outside put the people of these data sets at risk?
// param   ids      list    Dataset.id
// returns id       string
// returns country  string  Place.id
MATCH (d:KinthreadDataset) WHERE d.id IN $ids
RETURN d.id AS id, d.country_of_risk AS country;
