// Find who is named in an event by a day without looking at the others, who are many.
// returns nothing
CREATE INDEX kinthread_named_from IF NOT EXISTS
FOR (n:KinthreadPerson) ON (n.named_from);
