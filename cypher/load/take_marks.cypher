// Take away the marks of these children, and return of whom: of those whose mark is still the one that was seen.
// Setting the id locks each child, so that nobody marks it anew until this is done.
// param   rows  list    of {id, mark}; null for a mark: whatever it is
// returns ids   list    Person.id, in one row: each row costs the driver more than an id does
UNWIND $rows AS row
MATCH (p:KinthreadPerson {id: row.id})
SET p.id = row.id
WITH p, row
WHERE row.mark IS NULL OR (p.calendar_due = true AND coalesce(p.due_mark, '') = row.mark)
REMOVE p.calendar_due, p.due_mark
RETURN collect(p.id) AS ids;
