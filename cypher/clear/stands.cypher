// Take away some of how people stood towards children in the form of an older version.
// param   most  integer  how many at once, so that no transaction grows too large
// returns removed  integer
MATCH (:KinthreadPerson)-[s:STANDS]->(:KinthreadPerson)
WITH s LIMIT $most
DELETE s
RETURN count(*) AS removed;
