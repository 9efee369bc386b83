// Find the claims that count no more without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_claims_standing IF NOT EXISTS
FOR (n:KinthreadClaim) ON (n.standing);
