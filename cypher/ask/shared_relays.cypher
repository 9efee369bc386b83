// Which reports came through the same person, so that one mistake affects all of them?
// group news
// says {reports} reports came through {person_id}: {events} ({sources})[. Reported in no other way: {nowhere_else}].
// param   at_least     integer = 2      claims that came through the same person
// param   as_of        date = told      events by that day
// returns person_id    string   Person.id of the relay (sensitive)
// returns name         string   (sensitive)
// returns reports      integer  claims that came through them
// returns events       list     Event.id of what they are about
// returns sources      list     Source.id
// returns nowhere_else list     Event.id of events without a claim that came another way
// returns claims       list     Claim.id
// unknown  Relays that the source does not name: two reports may share one without anybody saying so.
// unknown  What the relay said as an informant of their own source. It is not counted as a report, nor as another way.
MATCH (relay:KinthreadPerson)<-[:RELAYED_BY]-(claim:KinthreadClaim)-[:SUPPORTS]->(e:KinthreadEvent)
WHERE claim.standing = 'active' AND (e.earliest IS NULL OR e.earliest <= $as_of)
WITH DISTINCT relay, claim, e, claim.source AS source ORDER BY claim.id
WITH relay, collect(claim) AS told, collect(source) AS sources, collect(e) AS about
WHERE size(told) >= $at_least
WITH relay, told,
     COLLECT { UNWIND about AS e RETURN DISTINCT e.id AS id ORDER BY id } AS events,
     COLLECT { UNWIND sources AS id RETURN DISTINCT id ORDER BY id } AS sources,
     COLLECT {
       UNWIND about AS e WITH DISTINCT e
       WHERE NOT EXISTS {
         MATCH (other:KinthreadClaim)-[:SUPPORTS]->(e)
         WHERE other.standing = 'active' AND NOT EXISTS { (other)-[:RELAYED_BY]->(relay) }
           AND NOT EXISTS { (other)-[:FROM]->(:KinthreadSource)-[:INFORMANT]->(relay) }
       }
       RETURN e.id AS id ORDER BY id
     } AS nowhere_else
RETURN relay.id AS person_id, relay.name AS name, size(told) AS reports, events, sources, nowhere_else,
       [claim IN told | claim.id] AS claims
ORDER BY reports DESC, person_id;
