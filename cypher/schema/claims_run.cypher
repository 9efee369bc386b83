// Find the claims that a load brought without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_claims_run IF NOT EXISTS
FOR (n:KinthreadClaim) ON (n.run);
