// Mark children whose calendars are to be derived anew. Who works from another mark sees that they were touched since.
// param   ids   list    Person.id
// param   mark  string  a name that no mark had before
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
SET p.calendar_due = true, p.due_mark = $mark;
