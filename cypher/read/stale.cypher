// Who was touched since the calendars were last looked at, and who belongs to them if they are a group?
// returns id       string  Person.id
// returns members  list    Person.id
MATCH (p:KinthreadPerson) WHERE p.stale IS NOT NULL
RETURN p.id AS id, [(p)<-[:MEMBER_OF*1..5]-(m:KinthreadPerson) | m.id] AS members;
