// What was derived for these children by one version of the rule?
// param   ids    list    Person.id
// param   rule   string  the version of the rule
// returns facts  map   of the child as a whole
// returns stays  list  of {person, course, facts}
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar) WHERE c.id IN $ids AND k.rule = $rule
RETURN properties(k) AS facts,
       [(c)<-[t:TOWARDS]-(:KinthreadCourse)<-[s:HAS_ANSWER]-(p:KinthreadPerson) | {person: p.id, course: t.nth, facts: properties(s)}] AS stays;
