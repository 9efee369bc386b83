// Take away the calendars of these children: they are derived anew, or nobody is a child any more.
// param   ids  list  Person.id
// returns nothing
MATCH (c:KinthreadPerson) WHERE c.id IN $ids
REMOVE c.calendar_due
WITH c
MATCH (c)<-[t:TOWARDS]-()
DELETE t;
