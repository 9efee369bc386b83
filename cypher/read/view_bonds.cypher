// How are these people, events and places tied to one another?
// param   ids    list    Person.id, Event.id, Place.id
// returns start  string
// returns end    string
// returns kind   string  the type of the relationship; WAS_AT where an event that is not asked for ties a person to a place
// returns role   string  what a person does in an event; else empty
// returns facts  map     of the relationship, or of the event that it is about
MATCH (a:KinthreadPerson) WHERE a.id IN $ids
MATCH (a)-[r:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS|SAME_AS|NOT_SAME_AS|MEMBER_OF]->(b:KinthreadPerson)
WHERE b.id IN $ids
RETURN a.id AS start, b.id AS end, type(r) AS kind, '' AS role, properties(r) AS facts
UNION ALL
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
MATCH (a:KinthreadPerson)-[r:TOOK_PART]->(e) WHERE a.id IN $ids
RETURN a.id AS start, e.id AS end, type(r) AS kind, r.role AS role, properties(e) AS facts
UNION ALL
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
MATCH (e)-[r:AT]->(place:KinthreadPlace) WHERE place.id IN $ids
RETURN e.id AS start, place.id AS end, type(r) AS kind, '' AS role, properties(r) AS facts
UNION ALL
MATCH (place:KinthreadPlace) WHERE place.id IN $ids
MATCH (place)-[r:PART_OF]->(whole:KinthreadPlace) WHERE whole.id IN $ids
RETURN place.id AS start, whole.id AS end, type(r) AS kind, '' AS role, properties(r) AS facts
UNION ALL
MATCH (place:KinthreadPlace) WHERE place.id IN $ids
MATCH (place)<-[:AT]-(e:KinthreadEvent)<-[r:TOOK_PART]-(a:KinthreadPerson)
WHERE a.id IN $ids AND NOT e.id IN $ids AND e.exists <> 'no'
RETURN a.id AS start, place.id AS end, 'WAS_AT' AS kind, r.role AS role, properties(e) AS facts;
