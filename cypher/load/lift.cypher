// Keep on the claims of requests for whom they were lifted, by whom and why.
// param   rows  list  of {id, lifted}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.id})
SET c.lifted = row.lifted;
