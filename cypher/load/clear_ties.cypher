// Take away ties between people, before they are added up anew; the claims stay.
// param   rows  list  of {id, person}
// returns nothing
UNWIND $rows AS row
MATCH (:KinthreadPerson {id: row.person})-[r:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS|SAME_AS|NOT_SAME_AS {id: row.id}]->()
DELETE r;
