// No two nodes of ours stand for the same event; foreign nodes are not touched by the rule.
// returns nothing
CREATE CONSTRAINT kinthread_events IF NOT EXISTS
FOR (n:KinthreadEvent) REQUIRE n.id IS UNIQUE;
