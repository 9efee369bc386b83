// How many claims are stored?
// returns total  integer
MATCH (c:KinthreadClaim)
RETURN count(c) AS total;
