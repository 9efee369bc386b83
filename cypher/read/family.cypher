// What is recorded between these people, and what happened to them and where?
// param   people  list          Person.id
// returns one     node          a person, or an event
// returns tie     relationship  kinship, care, household, acquaintance; TOOK_PART; AT
// returns other   node          a person, an event or a place
MATCH (one:KinthreadPerson)
      -[tie:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS|SAME_AS|NOT_SAME_AS|MEMBER_OF]->
      (other:KinthreadPerson)
WHERE one.id IN $people AND other.id IN $people
RETURN one, tie, other
UNION
MATCH (near:KinthreadPerson)-[:TOOK_PART]->(other:KinthreadEvent)<-[tie:TOOK_PART]-(one:KinthreadPerson)
WHERE near.id IN $people AND (one.id IN $people OR one.kind = 'organisation')
RETURN one, tie, other
UNION
MATCH (near:KinthreadPerson)-[tie:TOOK_PART]->(other:KinthreadEvent) WHERE near.id IN $people
RETURN near AS one, tie, other
UNION
MATCH (near:KinthreadPerson)-[:TOOK_PART]->(one:KinthreadEvent)-[tie:AT]->(other:KinthreadPlace)
WHERE near.id IN $people
RETURN one, tie, other;
