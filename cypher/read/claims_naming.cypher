// All claims about a person, an event or a tie, and those that name the person.
// param   id      string  Person.id, Event.id or the id of a tie
// returns labels  list    which kind of claim it is
// returns facts   map
MATCH (c:KinthreadClaim) WHERE c.about = $id
RETURN labels(c) AS labels, properties(c) AS facts
UNION
MATCH (:KinthreadPerson {id: $id})<-[:ABOUT]-(c:KinthreadClaim)
RETURN labels(c) AS labels, properties(c) AS facts
UNION
MATCH (:KinthreadPerson {id: $id})-[:TOOK_PART]->(:KinthreadEvent)<-[:SUPPORTS|DISPUTES]-(c:KinthreadClaim)
RETURN labels(c) AS labels, properties(c) AS facts
UNION
MATCH (c:KinthreadClaim {id: $id})
RETURN labels(c) AS labels, properties(c) AS facts;
