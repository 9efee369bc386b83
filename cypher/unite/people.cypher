// Keep what all records of a person add up to, and leave out the other records.
// param   rows    list  of {record, person}
// param   people  list  of {id, facts}
// returns nothing
UNWIND $people AS row
MATCH (one:KinthreadPerson {id: row.id})
SET one += row.facts, one.doubtful = true // what was kept of a record alone is not what holds of the person
REMOVE one.own_from, one.named_from
WITH one
OPTIONAL MATCH (one)<-[:PARENT_OF]-(parent:KinthreadPerson) // without a parent, all that follows is done as well
SET parent.doubtful = true
WITH DISTINCT 1 AS done
UNWIND $rows AS row
MATCH (p:KinthreadPerson {id: row.record})
DETACH DELETE p;
