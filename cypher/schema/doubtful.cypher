// Find whose records may be doubtful without looking at the others, who are many.
// returns nothing
CREATE INDEX kinthread_doubtful IF NOT EXISTS
FOR (n:KinthreadPerson) ON (n.doubtful);
