// Who belongs to some groups by any claim, also by one that counts no more?
// param   ids  list    Person.id
// returns id   string  Person.id
MATCH (c:PersonClaim:KinthreadClaim)
WHERE c.member_of IS NOT NULL AND any(g IN c.member_of WHERE g IN $ids)
RETURN DISTINCT c.about AS id;
