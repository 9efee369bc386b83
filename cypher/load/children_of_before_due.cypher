// Mark children whose calendars an older version derived. Who is marked stays so: somebody may be at work on it.
// param   ids   list    Person.id
// param   mark  string  a name that no mark had before
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids AND p.calendar_due IS NULL
SET p.calendar_due = true, p.due_mark = $mark;
