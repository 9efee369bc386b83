// Take away some of the courses of these children, so that no transaction grows too large.
// param   ids   list     Person.id
// param   most  integer  how many at once
// returns removed  integer
MATCH (c:KinthreadPerson) WHERE c.id IN $ids
MATCH (c)<-[t:TOWARDS]-()
WITH t LIMIT $most
DELETE t
RETURN count(*) AS removed;
