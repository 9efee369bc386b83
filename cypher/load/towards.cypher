// Tie courses to the children for whom they hold.
// param   rows  list  of {child, courses: [{id, nth}]}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadPerson {id: row.child})
UNWIND row.courses AS course
MATCH (k:KinthreadCourse {id: course.id})
CREATE (k)-[:TOWARDS {nth: course.nth}]->(c);
