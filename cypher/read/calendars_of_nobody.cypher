// Which calendars belong to somebody for whom the question is not asked any more?
// returns id  string  Person.id
MATCH (k:KinthreadCalendar)
OPTIONAL MATCH (k)<-[:HAS_CALENDAR]-(p:KinthreadPerson)
  WHERE p.kind = 'person' AND (p.sought OR p.born_earliest IS NOT NULL OR p.born_latest IS NOT NULL)
    AND EXISTS { (p)<-[:PARENT_OF]-() }
WITH k, p WHERE p IS NULL
RETURN k.id AS id;
