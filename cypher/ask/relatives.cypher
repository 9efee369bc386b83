// Who are a child's relatives by birth, adoption or care, by degree and side?
// group left
// says {person_id}: {kin} kin of degree {degree}[, {sides} side][, by {kinds}]. Generations up: {up}, down: {down}.
// param   child       string          Person.id of the child
// param   max_degree  integer = 5     civil degrees: parent 1, sibling 2, aunt 3, a mother's cousin 5
// returns person_id   string   Person.id
// returns name        string
// returns degree      integer  generations up to the nearest common ancestor and down again
// returns up          integer  generations up; 0 for a descendant
// returns down        integer  generations down; 0 for an ancestor
// returns sides       list     mother's, father's, or parent's where the sex is not recorded: where the nearest paths run, both for full siblings; empty for descendants
// returns kinds       list     kinds of the parent ties on the nearest paths: birth, adoptive, step, foster, unknown
// returns sibling     boolean  a stated tie of siblings stands in the place of the common ancestor
// returns kin         string   certainly; possibly: only over ties of which one is believed or disputed
// returns claims      list     Claim.id of the ties on the nearest paths
// unknown  Kin by marriage, and kin of an unknown path (a "cousin", a "sister-in-law"): `python -m graph left --child` has them.
// unknown  Kin of a foster parent beyond the children of that parent: what is theirs does not pass on.
// unknown  More than eight generations up or down.
MATCH (child:KinthreadPerson {id: $child})
CALL (child) {
  MATCH up = (child)<-[:PARENT_OF*0..8]-(top:KinthreadPerson)
  MATCH down = (top)-[:PARENT_OF*0..8]->(relative:KinthreadPerson)
  RETURN relative, relationships(up) AS rising, relationships(down) AS falling, [] AS stated
  UNION ALL
  MATCH up = (child)<-[:PARENT_OF*0..8]-(top:KinthreadPerson)-[s:SIBLING_OF]-(other:KinthreadPerson)
  MATCH down = (other)-[:PARENT_OF*0..8]->(relative:KinthreadPerson)
  RETURN relative, [r IN relationships(up) WHERE type(r) = 'PARENT_OF'] AS rising, relationships(down) AS falling, [s] AS stated
}
WITH child, relative, rising, falling, stated, size(rising) + size(falling) + 2 * size(stated) AS degree
WHERE relative <> child AND degree <= $max_degree
  AND (degree = 1 OR (size(rising) = 1 AND size(falling) = 1) OR none(tie IN rising + falling WHERE coalesce(tie.kind, 'birth') = 'foster'))
WITH relative, degree, rising, falling, stated, all(tie IN rising + stated + falling WHERE tie.exists = 'certain') AS sure,
     CASE WHEN size(rising) = 0 THEN null
          WHEN startNode(rising[0]).sex = 'female' THEN "mother's"
          WHEN startNode(rising[0]).sex = 'male' THEN "father's"
          ELSE "parent's" END AS side
ORDER BY sure DESC, degree, size(rising)
WITH relative, collect({sure: sure, degree: degree, up: size(rising) + size(stated), down: size(falling) + size(stated), side: side,
                        stated: size(stated) > 0, ties: rising + stated + falling}) AS paths
WITH relative, [path IN paths WHERE path.sure = paths[0].sure AND path.degree = paths[0].degree] AS nearest
WITH relative, nearest,
     COLLECT { UNWIND nearest AS path WITH path WHERE path.side IS NOT NULL RETURN DISTINCT path.side AS side ORDER BY side } AS sides,
     COLLECT {
       UNWIND nearest AS path UNWIND path.ties AS tie
       WITH tie WHERE type(tie) = 'PARENT_OF'
       RETURN DISTINCT coalesce(tie.kind, 'birth') AS kind ORDER BY kind
     } AS kinds,
     COLLECT { UNWIND nearest AS path UNWIND path.ties AS tie UNWIND tie.claims AS claim RETURN DISTINCT claim ORDER BY claim } AS claims
RETURN relative.id AS person_id, relative.name AS name, nearest[0].degree AS degree, nearest[0].up AS up,
       nearest[0].down AS down, sides, kinds, any(path IN nearest WHERE path.stated) AS sibling,
       CASE WHEN nearest[0].sure THEN 'certainly' ELSE 'possibly' END AS kin, claims
ORDER BY degree, up, name, person_id;
