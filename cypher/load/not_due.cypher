// The calendars of these children have been derived.
// param   ids  list  Person.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
REMOVE p.calendar_due;
