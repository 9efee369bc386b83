// Take away some of what leads from or to what our runs made, so that no node takes very many with it.
// param   most     integer  how many at once, so that no transaction grows too large
// returns removed  integer
MATCH (n:KinthreadEvent|KinthreadPerson|KinthreadPlace|KinthreadSource|KinthreadDataset|KinthreadCalendar|KinthreadCourse)-[r]-()
WITH r LIMIT $most
WITH DISTINCT r
DELETE r
RETURN count(*) AS removed;
