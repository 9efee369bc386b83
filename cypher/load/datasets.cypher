// Keep datasets; one that is there already takes the new content, and keeps what it said before.
// param   rows  list  of {id, facts, changed}; changed: texts, each with a run and the cells before it
// returns nothing
UNWIND $rows AS row
MERGE (n:KinthreadDataset {id: row.id})
WITH n, row, coalesce(n.changed, []) + row.changed AS changed
SET n = row.facts, n:Dataset,
    n.changed = CASE WHEN size(changed) > 0 THEN changed END;
