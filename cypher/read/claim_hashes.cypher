// Which of these claims are stored, with what content, and do they count?
// param   ids       list    Claim.id
// returns id        string
// returns row_hash  string  of the row that the claim was read from; null if it had none
// returns about     string  the thing that it is about
// returns standing  string
// returns dataset   string  the first, by name, of those that hold it; null if none does
// returns restored  list    of texts: each restoration, with the retraction that it ended; or null
// returns by        string  who or what retracted it; null where it counts
// returns on        string
// returns why       string
MATCH (c:KinthreadClaim) WHERE c.id IN $ids
RETURN c.id AS id, c.row_hash AS row_hash, c.about AS about, c.standing AS standing,
       c.dataset AS dataset, c.restored AS restored, c.retracted_by AS by, c.retracted_on AS on,
       c.retracted_why AS why;
