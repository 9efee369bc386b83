// Which runs of ingest were broken off?
// returns id  string
MATCH (r:KinthreadRun {state: 'loading'})
RETURN r.id AS id;
