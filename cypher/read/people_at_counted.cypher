// Of how many people is something recorded at some places?
// param   ids     list     Place.id
// returns people  integer
MATCH (place:KinthreadPlace)<-[:AT]-(:KinthreadEvent)<-[t:TOOK_PART]-(p:KinthreadPerson)
WHERE place.id IN $ids AND t.role IN ['subject', 'companion'] AND NOT p:Organisation
RETURN count(DISTINCT p) AS people;
