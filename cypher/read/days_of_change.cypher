// On which days does the answer for any child change?
// returns day  date
MATCH (:KinthreadPerson)-[s:HAS_ANSWER]->(:KinthreadCourse)
WHERE s.from IS NOT NULL
RETURN DISTINCT s.from AS day ORDER BY day;
