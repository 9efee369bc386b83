// When did some claims come in, and when was which taken back for a time?
// param   ids       list    Claim.id
// returns claim     string  Claim.id
// returns started   string  when the run of ingest began; null where it is not known
// returns by        string  the user who ran it; null where it is not known
// returns files     list    what was read
// returns restored  list    each restoration as the claim keeps it
MATCH (c:KinthreadClaim) WHERE c.id IN $ids
OPTIONAL MATCH (r:KinthreadRun {id: c.run})
RETURN c.id AS claim, r.started AS started, r.by AS by, coalesce(r.files, []) AS files,
       coalesce(c.restored, []) AS restored
ORDER BY claim;
