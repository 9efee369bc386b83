// At which places are people recorded as held, and how many?
// group lost
// says Recorded as held[ at {place_id}][ ({kind})]: {certainly} certainly, {possibly} possibly. Certainly still held: {still}. They are {people}.
// param   as_of        date = told      the day asked about
// returns place_id     string   Place.id; null where the source names no place
// returns place        string
// returns kind         string   camp, prison, police_custody ...
// returns certainly    integer  people and groups certainly taken there by the day
// returns possibly     integer  people and groups possibly taken there by the day
// returns still        integer  of them: certainly held on that day because of it, by the calendar
// returns people       list     Person.id of all of them
// returns claims       list     Claim.id
// unknown  How many are held: these are the people of the recorded families, and a group counts as one.
// unknown  For `still`: people who are within reach of no child with a calendar.
MATCH (e:KinthreadEvent)<-[t:TOOK_PART]-(p:KinthreadPerson)
WHERE e.effect = 'held' AND t.role IN e.reaches AND e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $as_of)
OPTIONAL MATCH (e)-[:AT]->(at:KinthreadPlace)
WITH DISTINCT at, p, e ORDER BY e.id
WITH at, p, collect(e) AS events
WITH at, p, events,
     any(e IN events WHERE e.exists = 'certain' AND e.latest <= $as_of) AS sure,
     EXISTS {
       MATCH (p)-[s:HAS_ANSWER {status: 'held'}]->(:KinthreadCourse)
       WHERE s.deciding IN [e IN events | e.id]
         AND (s.from IS NULL OR s.from <= $as_of) AND (s.until IS NULL OR $as_of <= s.until)
     } AS held
ORDER BY p.id
WITH at, collect({person: p, events: events, sure: sure, held: held}) AS taken
WITH at, taken,
     COLLECT {
       UNWIND taken AS one UNWIND one.events AS e MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e)
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS claims
RETURN at.id AS place_id, at.name AS place, at.kind AS kind,
       size([one IN taken WHERE one.sure]) AS certainly, size([one IN taken WHERE NOT one.sure]) AS possibly,
       size([one IN taken WHERE one.held]) AS still, [one IN taken | one.person.id] AS people, claims
ORDER BY place_id IS NULL, certainly DESC, possibly DESC, place_id;
