// Take away some of how people stand towards these children, so that no transaction grows too large.
// param   ids   list     Person.id
// param   most  integer  how many at once
// returns removed  integer
MATCH (c:KinthreadPerson) WHERE c.id IN $ids
MATCH (c)<-[s:STANDS]-()
WITH s LIMIT $most
DELETE s
RETURN count(*) AS removed;
