// What happened to one person, in order, and where?
// returns happened  string
// returns earliest  date
// returns latest  date
// returns place  string
// returns basis  string
// returns event_id  string
MATCH (p:Person {name: 'Amina'})-[:TOOK_PART {role: 'subject'}]->(e:Event)
OPTIONAL MATCH (e)-[:AT]->(place:Place)
RETURN e.type AS happened, e.earliest AS earliest, e.latest AS latest, place.name AS place, e.basis AS basis, e.id AS event_id
ORDER BY coalesce(earliest, latest), latest;
