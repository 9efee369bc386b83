// Whom is something recorded of at some places, and what else happened to them anywhere?
// param   ids     list     Place.id
// param   most    integer  people; how many there are: read/people_at_counted
// returns person  string   Person.id
// returns events  list     Event.id of everything that they took part in as subject or companion
MATCH (place:KinthreadPlace)<-[:AT]-(:KinthreadEvent)<-[t:TOOK_PART]-(p:KinthreadPerson)
WHERE place.id IN $ids AND t.role IN ['subject', 'companion'] AND NOT p:Organisation
WITH DISTINCT p ORDER BY p.id LIMIT $most
RETURN p.id AS person,
       [(p)-[own:TOOK_PART]->(e:KinthreadEvent) WHERE own.role IN ['subject', 'companion'] | e.id] AS events
ORDER BY person;
