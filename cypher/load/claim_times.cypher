// Give claims the times that their words mean now: the day of the telling is another one than before.
// param   rows  list  of {id, facts}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.id})
WITH c, row, c.run AS run, c.restored AS restored
SET c = row.facts, c.run = run, c.restored = restored;
