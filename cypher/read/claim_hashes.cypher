// Which of these claims are stored, with what content, and do they count?
// param   ids       list    Claim.id
// returns id        string
// returns row_hash  string  of the row that the claim was read from; null if it had none
// returns about     string  the thing that it is about
// returns standing  string
// returns dataset   string  the first, by name, of those that hold it; null if none does
MATCH (c:KinthreadClaim) WHERE c.id IN $ids
RETURN c.id AS id, c.row_hash AS row_hash, c.about AS about, c.standing AS standing,
       c.dataset AS dataset;
