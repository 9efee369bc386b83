// Keep what holds for a child as a whole: the days on the board, and the version of the rule.
// param   rows  list  of {child, facts}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadPerson {id: row.child})
MERGE (k:KinthreadCalendar {id: row.child})
SET k = row.facts, k:Calendar
MERGE (c)-[:HAS_CALENDAR]->(k);
