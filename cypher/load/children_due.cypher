// Mark children whose calendars are to be derived anew.
// param   ids  list  Person.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
SET p.calendar_due = true;
