// How many claims rest on each source, and of how many people do they speak?
// returns source  string
// returns consent  string
// returns claims  integer
// returns people  integer
MATCH (s:Source)<-[:FROM]-(c:Claim)
OPTIONAL MATCH (c)-[:ABOUT]->(p:Person)
RETURN s.title AS source, s.consent AS consent, count(DISTINCT c) AS claims, count(DISTINCT p) AS people
ORDER BY claims DESC;
