// Mark claims as retracted: they stay, and count no more. What was retracted stays as it was; what
// is empty is absent, as in a claim that comes in retracted.
// param   rows  list  of {id, by, on, why}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.id})
WHERE c.standing <> 'retracted'
SET c.standing = 'retracted', c.retracted_by = row.by,
    c.retracted_on = nullif(row.on, ''), c.retracted_why = nullif(row.why, '');
