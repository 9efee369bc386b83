// Which claims stand behind detentions, and from which source?
// returns event_id  string
// returns happened  string
// returns claim  string
// returns words  string
// returns source  string
MATCH (e:Event)<-[:SUPPORTS]-(c:Claim)-[:FROM]->(s:Source)
WHERE e.effect = 'held' AND c.standing = 'active'
RETURN e.id AS event_id, e.type AS happened, c.id AS claim, c.words AS words, s.title AS source
ORDER BY event_id, claim
LIMIT 100;
