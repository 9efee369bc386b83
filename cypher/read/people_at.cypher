// Whom is something recorded of at some places, and what else happened to them anywhere?
// param   ids     list  Place.id
// returns person  string  Person.id
// returns here    list    Event.id of what was at one of the places
// returns events  list    Event.id of everything that they took part in as subject or companion
MATCH (place:KinthreadPlace)<-[:AT]-(here:KinthreadEvent)<-[t:TOOK_PART]-(p:KinthreadPerson)
WHERE place.id IN $ids AND t.role IN ['subject', 'companion'] AND NOT p:Organisation
WITH p, collect(DISTINCT here.id) AS here
RETURN p.id AS person, here AS here,
       [(p)-[own:TOOK_PART]->(e:KinthreadEvent) WHERE own.role IN ['subject', 'companion'] | e.id] AS events
ORDER BY person;
