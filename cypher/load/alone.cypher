// Hold the right to write: whoever comes second waits. Never committed, so a crash gives it back.
// param   by  string  IngestRun.id, or what else is being done
// returns nothing
MERGE (r:KinthreadRun {id: 'the right to write'})
SET r.by = $by;
