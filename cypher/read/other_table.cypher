// Are there events of which another table of event types was written?
// param   version  string   the fingerprint of the table
// returns other    boolean
RETURN EXISTS { MATCH (e:KinthreadEvent) WHERE e.table_version IS NULL OR e.table_version <> $version } AS other;
