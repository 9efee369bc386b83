// To whom is a person tied, by a tie, a group or an event that both take part in?
// param   id    string   Person.id
// returns id    string   Person.id of the other; no organisation
// returns ties  integer  how many ties, groups and events the two have in common
MATCH (:KinthreadPerson {id: $id})-[r:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS|SAME_AS|NOT_SAME_AS|MEMBER_OF]-(other:KinthreadPerson)
RETURN other.id AS id, count(r) AS ties
UNION ALL
MATCH (:KinthreadPerson {id: $id})-[:TOOK_PART]->(e:KinthreadEvent)<-[:TOOK_PART]-(other:KinthreadPerson)
WHERE NOT other:Organisation AND other.id <> $id AND e.exists <> 'no'
RETURN other.id AS id, count(DISTINCT e) AS ties;
