// Take away what was derived for these people as a whole.
// param   ids  list  Person.id
// returns nothing
MATCH (k:KinthreadCalendar) WHERE k.id IN $ids
DETACH DELETE k;
