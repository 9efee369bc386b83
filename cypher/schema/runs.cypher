// No two nodes of ours stand for the same run of ingest; foreign nodes are not touched by the rule.
// returns nothing
CREATE CONSTRAINT kinthread_runs IF NOT EXISTS
FOR (n:KinthreadRun) REQUIRE n.id IS UNIQUE;
