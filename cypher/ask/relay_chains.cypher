// Through which people did a piece of news come, in order?
// group news
// says {event_id}[, of {of}]: the news came[ through {via}][ to {informant}] ({source}). People between: {hops}.
// param   event        string = any     Event.id that the news is of
// param   person       string = any     Person.id of the person of the event, or of somebody who passed the news on
// param   as_of        date = told      events by that day
// returns event_id     string   Event.id
// returns event        string   its type
// returns of           list     Person.id of the people it happened to
// returns hops         integer  people between the event and the informant, as far as recorded
// returns via          list     Person.id in order, the first messenger first (sensitive)
// returns via_names    list     their names (sensitive)
// returns informant    string   Person.id of the informant of the source
// returns source       string   Source.id
// returns claims       list     Claim.id
// unknown  Messengers whom the source does not name.
MATCH (claim:KinthreadClaim)-[:RELAYED_BY {hop: 1}]->(:KinthreadPerson)
WHERE claim.standing = 'active'
MATCH (claim)-[:SUPPORTS|DISPUTES]->(e:KinthreadEvent)
MATCH (claim)-[:FROM]->(source:KinthreadSource)
OPTIONAL MATCH (source)-[:INFORMANT]->(informant:KinthreadPerson)
WITH claim, e, source, informant,
     COLLECT { MATCH (claim)-[r:RELAYED_BY]->(who:KinthreadPerson) RETURN who ORDER BY r.hop } AS via,
     COLLECT { MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS of
WHERE (e.earliest IS NULL OR e.earliest <= $as_of)
  AND ($event IS NULL OR e.id = $event)
  AND ($person IS NULL OR $person IN of OR any(who IN via WHERE who.id = $person))
RETURN e.id AS event_id, e.type AS event, of, size(via) AS hops, [who IN via | who.id] AS via,
       [who IN via | who.name] AS via_names, informant.id AS informant, source.id AS source, [claim.id] AS claims
ORDER BY event_id, source, claims;
