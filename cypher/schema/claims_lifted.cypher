// Find the claims of lifted requests without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_claims_lifted IF NOT EXISTS
FOR (n:KinthreadClaim) ON (n.lifted);
