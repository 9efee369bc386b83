// Find the claims that somebody belongs to a group without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_claims_member_of IF NOT EXISTS
FOR (n:KinthreadClaim) ON (n.member_of);
