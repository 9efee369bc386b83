// Find the events of which an end is known without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_events_until IF NOT EXISTS
FOR (n:KinthreadEvent) ON (n.until_earliest);
