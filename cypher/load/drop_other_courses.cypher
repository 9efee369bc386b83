// Take away what ties to these children the courses that do not hold for them now. What ties the others stays.
// param   rows   list     of {child, rule, courses: Course.id in their order}
// returns child  string   Person.id
// returns held   list     the places in that order of those that stay
UNWIND $rows AS row
MATCH (c:KinthreadPerson {id: row.child})
MATCH (c)<-[t:TOWARDS]-(k:KinthreadCourse)
WITH row.child AS child, t, t.nth AS nth, coalesce(row.courses[t.nth] = k.id AND k.rule = row.rule, false) AS holds
FOREACH (_ IN CASE WHEN holds THEN [] ELSE [1] END | DELETE t)
WITH child, CASE WHEN holds THEN nth END AS nth
RETURN child, collect(nth) AS held;
