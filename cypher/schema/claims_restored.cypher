// Find the claims that were restored without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_claims_restored IF NOT EXISTS
FOR (n:KinthreadClaim) ON (n.restored);
