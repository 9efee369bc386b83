// Find the changes of control of places without looking at the other events, which are many.
// returns nothing
CREATE INDEX kinthread_events_control IF NOT EXISTS
FOR (n:KinthreadEvent) ON (n.control);
