// Lead what ends at the other records of people to the record that names them.
// param   rows  list  of {record, person}
// returns nothing
UNWIND $rows AS row
MATCH (one:KinthreadPerson {id: row.person})
MATCH (:KinthreadPerson {id: row.record})<-[r]-(other)
WHERE NOT r:TOWARDS
CREATE (one)<-[n:$(type(r))]-(other)
SET n = properties(r), n.record = row.record
DELETE r;
