// Which loads are under way or were broken off and not run again, and is the store being emptied?
// returns id        string  IngestRun.id
// returns state     string  loading, broken off or clearing
// returns started   string  null of a clear
// returns files     list
// returns datasets  list    Dataset.id of what was to be loaded
MATCH (r:KinthreadRun) WHERE r.state IN ['loading', 'broken off', 'clearing']
RETURN r.id AS id, r.state AS state, r.started AS started, coalesce(r.files, []) AS files,
       coalesce(r.datasets, []) AS datasets ORDER BY started;
