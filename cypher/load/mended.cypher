// These runs were broken off, and what they had written is now added up.
// param   ids  list  IngestRun.id
// returns nothing
MATCH (r:KinthreadRun) WHERE r.id IN $ids
SET r.state = 'broken off';
