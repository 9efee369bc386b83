// Let retracted claims count again; who did it, and the retraction that ended so, stay on them.
// param   rows  list  of {id, restored}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.id})
WHERE c.standing = 'retracted'
SET c.standing = 'active', c.restored = coalesce(c.restored, []) + row.restored
REMOVE c.retracted_by, c.retracted_on, c.retracted_why;
