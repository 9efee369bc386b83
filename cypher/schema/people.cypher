// No two nodes of ours stand for the same person, group or organisation; foreign nodes are not touched by the rule.
// returns nothing
CREATE CONSTRAINT kinthread_people IF NOT EXISTS
FOR (n:KinthreadPerson) REQUIRE n.id IS UNIQUE;
