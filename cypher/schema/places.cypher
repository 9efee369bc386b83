// No two nodes of ours stand for the same place; foreign nodes are not touched by the rule.
// returns nothing
CREATE CONSTRAINT kinthread_places IF NOT EXISTS
FOR (n:KinthreadPlace) REQUIRE n.id IS UNIQUE;
