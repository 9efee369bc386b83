// Which words are read as code, by whom, and which other readings are there?
// group news
// says “{words}”[, said by {said_by}][ to or about {to_or_about}], is read as “{reading}”[ by {by}][, {certainty}]: {event_id}[. On this reading rests {backs}][ (it exists: {backs_exists})][. Other readings: {others}].
// param   person       string = any     Person.id of somebody in the event with the words
// param   as_of        date = told      words of events by that day
// returns words        string   as they were said (sensitive)
// returns reading      string   their meaning in this reading (sensitive)
// returns by           string   Person.id of the reader; null where nobody is named
// returns certainty    string   certain, likely, possible or doubtful; null where not said
// returns event_id     string   Event.id of the event with the words
// returns said_by      list     Person.id of the speaker, writer or caller: the subject first, none where the event is no talk
// returns to_or_about  list     Person.id of the others who took part
// returns backs        string   Event.id that rests on this reading
// returns backs_exists string   certain, maybe or no
// returns others       list     other readings of the same words, or competing with this one (sensitive)
// returns source       string   Source.id
// returns claims       list     Claim.id of the reading, and of the words
// unknown  Whether a reading is right: a belief, never a fact by itself.
CALL () {
  MATCH (r:Interpretation:KinthreadClaim) RETURN r, null AS other
  UNION
  MATCH (r:Interpretation:KinthreadClaim)-[:READS]->()<-[:READS]-(other:KinthreadClaim) RETURN r, other
  UNION
  MATCH (other:Interpretation:KinthreadClaim) WHERE other.alternative_to IS NOT NULL
  MATCH (r:KinthreadClaim {about: other.alternative_to}) RETURN r, other
  UNION
  MATCH (r:Interpretation:KinthreadClaim) WHERE r.alternative_to IS NOT NULL
  MATCH (other:KinthreadClaim {about: r.alternative_to}) RETURN r, other
}
WITH r, other ORDER BY other.reading
WITH r, collect(DISTINCT CASE other.standing WHEN 'active' THEN other.reading END) AS others
WHERE r.standing = 'active'
MATCH (r)-[:READS]->(of)
CALL (of) {
  WITH of WHERE of:KinthreadEvent RETURN of AS e
  UNION
  MATCH (of)-[:SUPPORTS|DISPUTES]->(e:KinthreadEvent) RETURN e
}
OPTIONAL MATCH (r)-[:BACKS]->(backed:KinthreadEvent)
WITH r, others, e, backed,
     COLLECT {
       MATCH (e)<-[t:TOOK_PART]-(who:KinthreadPerson)
       WITH who.id AS id, collect(t.role) AS roles
       WITH id, any(role IN roles WHERE role IN ['sender', 'caller'] OR role = 'subject' AND coalesce(e.speaks, false)) AS speaks,
            CASE WHEN 'subject' IN roles THEN 0 ELSE 1 END AS rank
       ORDER BY rank, id
       RETURN {id: id, speaks: speaks}
     } AS parts,
     COLLECT { MATCH (claim:KinthreadClaim)-[:SUPPORTS]->(e) WHERE claim.standing = 'active' RETURN claim.id AS id ORDER BY id } AS told
WITH r, others, e, backed, told, [one IN parts WHERE one.speaks | one.id] AS said_by, [one IN parts WHERE NOT one.speaks | one.id] AS to_or_about
WHERE ($person IS NULL OR $person IN said_by + to_or_about) AND (e.earliest IS NULL OR e.earliest <= $as_of)
RETURN r.words AS words, r.reading AS reading, r.by AS by, r.certainty AS certainty, e.id AS event_id, said_by, to_or_about,
       backed.id AS backs, backed.exists AS backs_exists, others, r.source AS source, [r.id] + told AS claims
ORDER BY event_id, reading;
