// How many claims are from these sources?
// param   ids        list     Source.id
// returns id         string
// returns claims     integer
// returns retracted  integer  of these, claims that count no more
MATCH (s:KinthreadSource) WHERE s.id IN $ids
OPTIONAL MATCH (s)<-[:FROM]-(c:KinthreadClaim)
RETURN s.id AS id, count(c) AS claims,
       sum(CASE c.standing WHEN 'retracted' THEN 1 ELSE 0 END) AS retracted;
