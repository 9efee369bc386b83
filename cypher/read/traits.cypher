// What is recorded of some people by which two records can be compared?
// param   ids     list    Person.id
// returns id      string  Person.id
// returns names   list    the name that is shown first, then all other spellings and scripts
// returns sex     string  null where it is not said, or sources differ
// returns first   date    of the birth, at the earliest; null where it is not known
// returns last    date    of the birth, at the latest
// returns bonds   list    of maps: kind, away (whether it leads from this person), other, names, word; first and last of the other's birth
// returns events  list    of maps: id, type, role, effect, first, last, place (all but those that did not happen)
// returns told    list    Source.id of what counts
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
WITH p,
     COLLECT {
       MATCH (p)-[r:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS]-(o:KinthreadPerson)
       RETURN {kind: type(r), away: startNode(r) = p, other: o.id, names: [o.name] + coalesce(o.other_names, []),
               word: coalesce(r.term, r.role, r.kind, ''), first: o.born_earliest, last: o.born_latest}
     } AS bonds,
     COLLECT {
       MATCH (p)-[t:TOOK_PART]->(e:KinthreadEvent) WHERE e.exists <> 'no'
       OPTIONAL MATCH (e)-[:AT]->(at:KinthreadPlace)
       RETURN {id: e.id, type: e.type, role: t.role, effect: e.effect, first: e.earliest, last: e.latest, place: at.id}
     } AS events,
     COLLECT { MATCH (p)<-[:ABOUT]-(c:KinthreadClaim) WHERE c.standing = 'active' RETURN DISTINCT c.source } AS told
RETURN p.id AS id, [p.name] + coalesce(p.other_names, []) AS names, p.sex AS sex, p.born_earliest AS first,
       p.born_latest AS last, bonds, events, told
ORDER BY id;
