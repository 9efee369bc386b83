// Is what is recorded still what it was? These change with every load and every retraction.
// returns runs       integer
// returns last       string   when the last run began; null if there was none
// returns claims     integer
// returns retracted  integer
MATCH (r:KinthreadRun)
WITH count(r) AS runs, max(r.started) AS last
CALL () { MATCH (c:KinthreadClaim) RETURN count(c) AS claims }
CALL () { MATCH (c:KinthreadClaim) WHERE c.standing = 'retracted' RETURN count(c) AS retracted }
RETURN runs AS runs, last AS last, claims AS claims, retracted AS retracted;
