// Lead what begins at the other records of people from the record that names them.
// param   rows  list  of {record, person}
// returns nothing
UNWIND $rows AS row
MATCH (one:KinthreadPerson {id: row.person})
MATCH (:KinthreadPerson {id: row.record})-[r]->(other)
WHERE NOT r:HAS_ANSWER|HAS_CALENDAR // answers are the person's: those of a record are of before
CREATE (one)-[n:$(type(r))]->(other)
SET n = properties(r), n.record = row.record
DELETE r;
