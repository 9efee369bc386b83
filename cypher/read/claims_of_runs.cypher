// What are the claims of these runs about, and which claims did they replace?
// param   runs        list    IngestRun.id
// returns id          string  Claim.id
// returns about       string
// returns supersedes  string  null if it replaces none
MATCH (c:KinthreadClaim) WHERE c.run IN $runs
RETURN c.id AS id, c.about AS about, c.supersedes AS supersedes;
