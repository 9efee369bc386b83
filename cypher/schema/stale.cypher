// Find who was touched without looking at the others, who are many.
// returns nothing
CREATE INDEX kinthread_stale IF NOT EXISTS
FOR (n:KinthreadPerson) ON (n.stale);
