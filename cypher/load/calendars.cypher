// Keep what holds for a child as a whole: its name and the days on the board, and the version of the rule.
// param   rows  list  of {child, facts}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadPerson {id: row.child})
MERGE (k:KinthreadCalendar {id: row.child})
SET k = row.facts, k.name = c.name, k.dataset = coalesce(c.dataset, ''), k:Calendar
MERGE (c)-[:HAS_CALENDAR]->(k);
