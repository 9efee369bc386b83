// Mark whoever was at these places, or within them: on which side of a border that was may have changed.
// param   ids  list  Place.id
// returns nothing
MATCH (place:KinthreadPlace) WHERE place.id IN $ids
MATCH (place)<-[:PART_OF*0..]-(within:KinthreadPlace)<-[:AT]-(:KinthreadEvent)<-[:TOOK_PART]-(p:KinthreadPerson)
SET p.stale = true;
