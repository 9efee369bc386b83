// Which events rest on one source, or on one informant, alone?
// group sure
// says {event_id}[, of {of}], rests on {rests_on} alone[: {sources}][. Reliability: {reliability}][. Who speaks: {informant}].
// param   effect       string = any     only events with this effect on who is left: dead, held, asked, missing, lost, open ...
// param   person       string = any     Person.id of the person it happened to
// param   as_of        date = told      events by that day
// returns event_id     string   Event.id
// returns event        string   its type
// returns of           list     Person.id of the people it happened to
// returns rests_on     string   one source, or one informant in several sources
// returns informant    string   Person.id; null where the source names none
// returns sources      list     Source.id
// returns reliability  list     of the sources, A to F, as far as recorded
// returns claims       list     Claim.id
// unknown  Whether two informants heard it from the same person: see shared_relays.
MATCH (e:KinthreadEvent)
WHERE e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
MATCH (e:KinthreadEvent)
WHERE e.id IS NOT NULL AND e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
  AND ($effect IS NULL OR e.effect = $effect)
  AND ($person IS NULL OR EXISTS { (e)<-[:TOOK_PART {role: 'subject'}]-(:KinthreadPerson {id: $person}) })
WITH e ORDER BY e.id // by the index: what follows is found out for those rows alone that are fetched
WITH e, COLLECT { MATCH (e)<-[:SUPPORTS]-(claim:KinthreadClaim) WHERE claim.standing = 'active' AND claim.basis <> 'planned' RETURN claim } AS told
WHERE size(told) > 0
WITH e, told, COLLECT { UNWIND told AS claim RETURN DISTINCT claim.source } AS from
WHERE size(from) = 1 OR EXISTS {
  MATCH (:KinthreadSource {id: from[0]})-[:INFORMANT]->(informant:KinthreadPerson)
  WHERE NOT EXISTS {
    MATCH (source:KinthreadSource)
    WHERE source.id IN from AND (
      NOT EXISTS { (source)-[:INFORMANT]->(informant) }
      OR EXISTS { MATCH (source)-[:INFORMANT]->(other:KinthreadPerson) WHERE other <> informant }
    )
  }
}
WITH e, told, COLLECT { MATCH (source:KinthreadSource) WHERE source.id IN from RETURN source ORDER BY source.id } AS sources
WITH e, sources, COLLECT { UNWIND told AS claim RETURN claim.id AS id ORDER BY id } AS claims,
     COLLECT { MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS of,
     COLLECT { UNWIND sources AS source MATCH (source)-[:INFORMANT]->(i:KinthreadPerson) RETURN DISTINCT i.id AS id ORDER BY id } AS informants
RETURN e.id AS event_id, e.type AS event, of,
       CASE WHEN size(sources) = 1 THEN 'one source' ELSE 'one informant' END AS rests_on,
       informants[0] AS informant, [source IN sources | source.id] AS sources,
       [source IN sources WHERE source.reliability IS NOT NULL | source.reliability] AS reliability, claims
ORDER BY event_id;
