// No two nodes of ours stand for the same dataset; foreign nodes are not touched by the rule.
// returns nothing
CREATE CONSTRAINT kinthread_datasets IF NOT EXISTS
FOR (n:KinthreadDataset) REQUIRE n.id IS UNIQUE;
