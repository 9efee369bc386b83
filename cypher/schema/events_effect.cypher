// Find the events of one effect, such as detentions, without looking at the others, which are many.
// returns nothing
CREATE INDEX kinthread_events_effect IF NOT EXISTS
FOR (n:KinthreadEvent) ON (n.effect);
