// Which claims came to the informant through somebody?
// param   id      string  Person.id
// returns labels  list    which kind of claim it is
// returns facts   map
MATCH (:KinthreadPerson {id: $id})<-[:RELAYED_BY]-(c:KinthreadClaim)
RETURN DISTINCT labels(c) AS labels, properties(c) AS facts;
