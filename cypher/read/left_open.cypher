// Which pairs of records did somebody else leave open on the page, for a second pair of eyes?
// param   by      string  the user who asks
// param   file    string  the name of what is written on pages
// returns people  list    Person.id of both
MATCH (p:KinthreadPerson)-[r:SAME_AS]->(q:KinthreadPerson)
MATCH (c:KinthreadClaim) WHERE c.id IN r.claims AND c.standing = 'active'
OPTIONAL MATCH (run:KinthreadRun {id: c.run})
WITH p, q, collect({basis: c.basis, by: run.by, files: run.files}) AS claims
WHERE none(c IN claims WHERE c.basis = 'stated') AND any(c IN claims WHERE c.files = [$file] AND c.by <> $by)
RETURN [p.id, q.id] AS people ORDER BY people;
