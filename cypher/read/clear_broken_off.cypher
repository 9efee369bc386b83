// Was a clear begun and not ended? Of an older version, people and events without any claim tell it.
// returns begun  boolean
OPTIONAL MATCH (r:KinthreadRun {state: 'clearing'})
WITH count(r) AS marks
WITH marks > 0 OR (NOT EXISTS { MATCH (:KinthreadClaim) }
                   AND EXISTS { MATCH (:KinthreadPerson|KinthreadEvent) }) AS begun
RETURN begun AS begun;
