// Is what is recorded still what it was? These change with every load, retraction,
// restoration and lift.
// returns runs       integer
// returns last       string   when the last run began; null if there was none
// returns claims     integer
// returns retracted  integer
// returns lifted     integer  claims of requests that were lifted for somebody
// returns restored   integer  how often claims were restored
MATCH (r:KinthreadRun)
WITH count(r) AS runs, max(r.started) AS last
CALL () { MATCH (c:KinthreadClaim) RETURN count(c) AS claims }
CALL () { MATCH (c:KinthreadClaim) WHERE c.standing = 'retracted' RETURN count(c) AS retracted }
CALL () { MATCH (c:KinthreadClaim) WHERE c.lifted IS NOT NULL RETURN count(c) AS lifted }
CALL () {
  MATCH (c:KinthreadClaim) WHERE c.restored IS NOT NULL
  RETURN coalesce(sum(size(c.restored)), 0) AS restored
}
RETURN runs AS runs, last AS last, claims AS claims, retracted AS retracted, lifted AS lifted,
       restored AS restored;
