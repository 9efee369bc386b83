// Who is marked, so that their calendar is derived anew; and are they still children for whom the question is asked?
// returns id     string   Person.id
// returns mark   string   the name of the mark; empty if an older version made it
// returns child  boolean  no: the calendar is to go
MATCH (p:KinthreadPerson) WHERE p.calendar_due = true
RETURN p.id AS id, coalesce(p.due_mark, '') AS mark,
       p.kind = 'person' AND p.joined_to IS NULL
    AND (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.sought }
      OR (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.born_earliest IS NOT NULL OR q.born_latest IS NOT NULL }
        AND EXISTS { (p)-[:SAME_AS*0..6]-(:KinthreadPerson)<-[:PARENT_OF|CARES_FOR]-() })) AS child
ORDER BY id;
