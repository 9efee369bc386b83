// Which of these interpretations are stored?
// param   ids  list    Interpretation.about
// returns id   string
MATCH (n:KinthreadClaim) WHERE n.about IN $ids AND n:Interpretation
RETURN DISTINCT n.about AS id;
