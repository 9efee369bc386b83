// Mark people whose calendars, and those of the children near them, are to be derived anew.
// param   ids  list  Person.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
SET p.stale = true;
