// What is tied to one person, event or place?
// param   id      string   Person.id, Event.id or Place.id
// returns id      string   Person.id, Event.id or Place.id of the other
// returns kind    string   the type of the relationship
// returns onward  boolean  whether it leads from the one to the other
// returns event   string   the type of the event at an end of it; else empty
MATCH (a:KinthreadPerson {id: $id})-[r:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS|SAME_AS|MEMBER_OF]-(b:KinthreadPerson)
WHERE coalesce(r.exists, '') <> 'no'
RETURN b.id AS id, type(r) AS kind, startNode(r) = a AS onward, '' AS event
UNION
MATCH (:KinthreadPerson {id: $id})-[r:TOOK_PART]->(e:KinthreadEvent) WHERE e.exists <> 'no'
RETURN e.id AS id, type(r) AS kind, true AS onward, e.type AS event
UNION
MATCH (e:KinthreadEvent {id: $id})<-[r:TOOK_PART]-(b:KinthreadPerson)
RETURN b.id AS id, type(r) AS kind, false AS onward, e.type AS event
UNION
MATCH (e:KinthreadEvent {id: $id})-[r:AT]->(b:KinthreadPlace)
RETURN b.id AS id, type(r) AS kind, true AS onward, e.type AS event
UNION
MATCH (:KinthreadPlace {id: $id})<-[r:AT]-(e:KinthreadEvent) WHERE e.exists <> 'no'
RETURN e.id AS id, type(r) AS kind, false AS onward, e.type AS event
UNION
MATCH (a:KinthreadPlace {id: $id})-[r:PART_OF]-(b:KinthreadPlace)
RETURN b.id AS id, type(r) AS kind, startNode(r) = a AS onward, '' AS event;
