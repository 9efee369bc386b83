// Every name that is held of a person, a place or a source.
// returns kind       string  person, group, organisation, place or source
// returns id         string
// returns names      list    the name that is shown first, then all other spellings and scripts
// returns notes      list    what else is said of who it is
// returns joined_to  string  Person.id of another record of the same person, which names them
MATCH (p:KinthreadPerson)
RETURN p.kind AS kind, p.id AS id, [p.name] + coalesce(p.other_names, []) AS names,
       coalesce(p.notes, []) AS notes, p.joined_to AS joined_to
UNION ALL
MATCH (p:KinthreadPlace)
RETURN 'place' AS kind, p.id AS id, [p.name] + coalesce(p.aliases, []) AS names, [] AS notes, null AS joined_to
UNION ALL
MATCH (s:KinthreadSource)
RETURN 'source' AS kind, s.id AS id, [s.title] AS names,
       [x IN [s.publisher] WHERE x IS NOT NULL] AS notes, null AS joined_to;
