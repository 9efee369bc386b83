// Which sources are there, who speaks in each, and how many claims are from it?
// returns facts     map
// returns informant string   the name of who speaks; null where nobody is named
// returns claims    integer
// returns retracted integer  of these, claims that count no more
MATCH (s:KinthreadSource)
OPTIONAL MATCH (s)-[:INFORMANT]->(p:KinthreadPerson)
CALL (s) {
  MATCH (s)<-[:FROM]-(c:KinthreadClaim)
  RETURN count(c) AS claims, sum(CASE c.standing WHEN 'retracted' THEN 1 ELSE 0 END) AS retracted
}
RETURN properties(s) AS facts, p.name AS informant, claims AS claims, retracted AS retracted
ORDER BY s.id;
