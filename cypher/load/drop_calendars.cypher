// Take away what ties courses to these children: their calendars are derived anew, or nobody is a child any more.
// param   ids  list  Person.id
// returns nothing
MATCH (c:KinthreadPerson) WHERE c.id IN $ids
MATCH (c)<-[t:TOWARDS]-()
DELETE t;
