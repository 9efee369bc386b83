// No two nodes of ours stand for the same source; foreign nodes are not touched by the rule.
// returns nothing
CREATE CONSTRAINT kinthread_sources IF NOT EXISTS
FOR (n:KinthreadSource) REQUIRE n.id IS UNIQUE;
