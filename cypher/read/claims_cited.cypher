// What do these claims say, whether they count or not?
// param   ids     list  Claim.id
// returns labels  list  which kind of claim it is
// returns facts   map
MATCH (c:KinthreadClaim) WHERE c.id IN $ids
RETURN labels(c) AS labels, properties(c) AS facts;
