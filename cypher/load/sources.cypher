// Keep sources; one that is there already takes the new content, but for a consent that was limited.
// param   rows  list  of {id, facts, changed}; changed: texts, each with a run and the cells before it
// returns nothing
UNWIND $rows AS row
MERGE (n:KinthreadSource {id: row.id})
WITH n, row, n.consent_limit AS limit, coalesce(n.changed, []) + row.changed AS changed
SET n = row.facts, n:Source,
    n.changed = CASE WHEN size(changed) > 0 THEN changed END
WITH n, limit WHERE limit IS NOT NULL
SET n.consent_limit = limit,
    n.consent = CASE WHEN 'internal' IN [limit, n.consent] THEN 'internal'
                     WHEN 'partners' IN [limit, n.consent] THEN 'partners' ELSE 'public' END;
