// Which of these people, or a group that they belong to, ever asked not to be contacted?
// Whether the request still stands is for the rule to say.
// param   ids  list    Person.id
// returns id   string
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)-[:MEMBER_OF*0..5]->(:KinthreadPerson)-[:TOOK_PART]->(:KinthreadEvent {effect: 'asked'})
RETURN DISTINCT p.id AS id;
