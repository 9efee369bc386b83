// Keep a run of ingest: what was read, and whether it came to its end.
// param   id     string  IngestRun.id
// param   facts  map     its files, their hashes, counts, the tool, when, and its state
// returns nothing
MERGE (r:KinthreadRun {id: $id})
SET r += $facts, r:IngestRun;
