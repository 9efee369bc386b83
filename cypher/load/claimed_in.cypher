// Say of claims that an earlier data set holds them too: the first by name is the one that is kept.
// param   rows  list  of {id, dataset}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.id})
SET c.dataset = row.dataset;
