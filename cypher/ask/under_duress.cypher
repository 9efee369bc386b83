// Which statements may have been made under duress?
// group news
// says {event_id}[, of {of}][, with {with}][: “{words}”] ({source}).
// param   person       string = any     Person.id of somebody who took part
// param   as_of        date = told      events by that day
// returns event_id     string   Event.id
// returns event        string   its type
// returns of           list     Person.id of the subjects: the speaker, or the person it happened to
// returns with         list     Person.id of the other end
// returns earliest     date
// returns latest       date
// returns words        string   as they were said, where they are the evidence (sensitive)
// returns source       string   Source.id
// returns claims       list     Claim.id
// unknown  Duress that nobody recorded.
MATCH (claim:KinthreadClaim {duress: true})-[:SUPPORTS|DISPUTES]->(e:KinthreadEvent)
WHERE claim.standing = 'active' AND (e.earliest IS NULL OR e.earliest <= $as_of)
WITH claim, e,
     COLLECT { MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS of,
     COLLECT { MATCH (e)<-[:TOOK_PART {role: 'with'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS with
WHERE $person IS NULL OR EXISTS { (e)<-[:TOOK_PART]-(:KinthreadPerson {id: $person}) }
RETURN e.id AS event_id, e.type AS event, of, with, e.earliest AS earliest, e.latest AS latest,
       claim.words AS words, claim.source AS source, [claim.id] AS claims
ORDER BY event_id, claims;
