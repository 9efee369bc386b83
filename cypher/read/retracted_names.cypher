// Under which names were people told of by claims that count no more?
// returns id     string  Person.id
// returns names  list
MATCH (c:KinthreadClaim) WHERE c.standing = 'retracted' AND c:PersonClaim
RETURN c.about AS id, [c.name] + coalesce(c.other_names, []) AS names;
