// Find whose request holds no more without looking at the others, who are many.
// returns nothing
CREATE INDEX kinthread_stops_ended IF NOT EXISTS
FOR (n:KinthreadPerson) ON (n.do_not_contact_until);
