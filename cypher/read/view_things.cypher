// What do these ids name: people, events, places?
// param   ids    list    Person.id, Event.id, Place.id
// returns id     string
// returns kind   string  person, event or place
// returns facts  map
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
RETURN p.id AS id, 'person' AS kind, properties(p) AS facts
UNION ALL
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
RETURN e.id AS id, 'event' AS kind, properties(e) AS facts
UNION ALL
MATCH (place:KinthreadPlace) WHERE place.id IN $ids
RETURN place.id AS id, 'place' AS kind, properties(place) AS facts;
