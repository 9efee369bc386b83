// Who ever asked not to be contacted, by whatever name? Groups and who belongs to them as well.
// returns id     string  Person.id
// returns names  list    all that are recorded
MATCH (:KinthreadEvent {effect: 'asked'})<-[:TOOK_PART]-(:KinthreadPerson)<-[:MEMBER_OF*0..5]-(p:KinthreadPerson)
RETURN DISTINCT p.id AS id, [p.name] + coalesce(p.other_names, []) AS names;
