// Who asked not to be contacted, by whatever name? Groups and who belongs to them as well.
// returns id      string   Person.id
// returns names   list     all that are recorded
// returns person  boolean  a person, and no group
MATCH (p:KinthreadPerson) WHERE p.do_not_contact = true
RETURN p.id AS id, [p.name] + coalesce(p.other_names, []) AS names, p.kind = 'person' AS person
ORDER BY id;
