// Find the claims about a thing by its id: all of them are added up anew when one comes or goes.
// returns nothing
CREATE INDEX kinthread_claims_about IF NOT EXISTS
FOR (n:KinthreadClaim) ON (n.about);
