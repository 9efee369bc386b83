// Which events rest on one source, or on one informant, alone?
// param   effect       string = any     only what has this effect on the question who is left: dead, held, asked, lost, open ...
// param   person       string = any     Person.id of whom it happened to
// param   as_of        date = told      events by that day
// returns event_id     string   Event.id
// returns event        string   its type
// returns of           list     Person.id of those to whom it happened
// returns rests_on     string   one source, or one informant in several sources
// returns informant    string   Person.id; null where the source names none
// returns sources      list     Source.id
// returns reliability  list     of the sources, A to F, as far as recorded
// returns claims       list     Claim.id
// unknown  Whether two informants heard it from one and the same person: see shared_relays.
MATCH (e:KinthreadEvent)
WHERE e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
  AND ($effect IS NULL OR e.effect = $effect)
  AND ($person IS NULL OR EXISTS { (e)<-[:TOOK_PART {role: 'subject'}]-(:KinthreadPerson {id: $person}) })
MATCH (e)<-[:SUPPORTS]-(claim:KinthreadClaim)-[:FROM]->(source:KinthreadSource)
WHERE claim.standing = 'active' AND claim.basis <> 'planned'
OPTIONAL MATCH (source)-[:INFORMANT]->(informant:KinthreadPerson)
WITH e, claim, source, informant ORDER BY claim.id
WITH e, collect(claim.id) AS claims, collect(DISTINCT source) AS sources,
     collect(DISTINCT informant.id) AS informants, count(CASE WHEN informant IS NULL THEN 1 END) AS unnamed
WHERE size(sources) = 1 OR (size(informants) = 1 AND unnamed = 0)
WITH e, claims, sources, informants,
     COLLECT { MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS of
RETURN e.id AS event_id, e.type AS event, of,
       CASE WHEN size(sources) = 1 THEN 'one source' ELSE 'one informant' END AS rests_on,
       informants[0] AS informant, [source IN sources | source.id] AS sources,
       [source IN sources WHERE source.reliability IS NOT NULL | source.reliability] AS reliability, claims
ORDER BY event_id;
