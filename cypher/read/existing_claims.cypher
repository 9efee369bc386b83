// Which of these claims are stored?
// param   ids  list    Claim.id
// returns id   string
MATCH (n:KinthreadClaim) WHERE n.id IN $ids
RETURN n.id AS id;
