// Find the children whose calendars are due without looking at the others, who are many.
// returns nothing
CREATE INDEX kinthread_due IF NOT EXISTS
FOR (n:KinthreadPerson) ON (n.calendar_due);
