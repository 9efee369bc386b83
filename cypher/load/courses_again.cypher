// Which of these courses are there already? They are the same. Setting the rule locks each until this is done.
// param   rows  list    of {id, rule}
// returns ids   list    Course.id
UNWIND $rows AS row
MATCH (k:KinthreadCourse {id: row.id})
SET k.rule = row.rule
RETURN collect(k.id) AS ids;
