// What these broken-off runs had written is now added up; their other rows are still to be loaded.
// param   ids  list  IngestRun.id
// returns nothing
MATCH (r:KinthreadRun) WHERE r.id IN $ids
SET r.state = 'broken off';
