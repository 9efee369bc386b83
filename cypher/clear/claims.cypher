// Take away some of the claims that our runs made. They go first: they hold on to all the rest.
// param   most     integer  how many at once, so that no transaction grows too large
// returns removed  integer
MATCH (n:KinthreadClaim)
WITH n LIMIT $most
DETACH DELETE n
RETURN count(*) AS removed;
