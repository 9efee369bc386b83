// No two nodes of ours stand for the same claim; foreign nodes are not touched by the rule.
// returns nothing
CREATE CONSTRAINT kinthread_claims IF NOT EXISTS
FOR (n:KinthreadClaim) REQUIRE n.id IS UNIQUE;
