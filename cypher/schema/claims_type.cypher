// Find the claims of requests without looking at those of other events, which are many.
// returns nothing
CREATE INDEX kinthread_claims_type IF NOT EXISTS
FOR (n:KinthreadClaim) ON (n.type);
