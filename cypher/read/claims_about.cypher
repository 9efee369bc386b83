// All claims about some things, whether they count or not.
// param   ids     list  Person.id, Event.id, or the id of a tie
// returns labels  list  which kind of claim it is
// returns facts   map
MATCH (c:KinthreadClaim) WHERE c.about IN $ids
RETURN labels(c) AS labels, properties(c) AS facts;
