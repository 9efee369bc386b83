// Find who asked not to be contacted without looking at the others, who are many.
// returns nothing
CREATE INDEX kinthread_stops IF NOT EXISTS
FOR (n:KinthreadPerson) ON (n.do_not_contact);
