// Take away some of what else our runs made, with all that hangs on it; nodes of others stay, and so does the mark of the clear.
// param   most     integer  how many at once, so that no transaction grows too large
// returns removed  integer
MATCH (n:KinthreadEvent|KinthreadPerson|KinthreadPlace|KinthreadSource|KinthreadDataset|KinthreadRun|KinthreadCalendar|KinthreadCourse)
WHERE NOT (n:KinthreadRun AND n.state = 'clearing')
WITH n LIMIT $most
DETACH DELETE n
RETURN count(*) AS removed;
