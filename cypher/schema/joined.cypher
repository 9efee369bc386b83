// Find the records that another one names without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_joined IF NOT EXISTS
FOR (n:KinthreadPerson) ON (n.joined_to);
