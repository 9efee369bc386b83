// Find the events after which somebody lacks a passport without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_events_passport IF NOT EXISTS
FOR (n:KinthreadEvent) ON (n.passport);
