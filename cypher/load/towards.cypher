// Tie courses to the children for whom they hold.
// param   rows  list  of {course, child, nth}
// returns nothing
UNWIND $rows AS row
MATCH (k:KinthreadCourse {id: row.course})
MATCH (c:KinthreadPerson {id: row.child})
CREATE (k)-[:TOWARDS {nth: row.nth}]->(c);
