// What did a place or a source say before it was corrected, and in which load was that?
// param   kind     string  Place or Source
// param   id       string
// returns text     string  the cells as they were
// returns started  string  when the load began
// returns by       string  who loaded
MATCH (n:KinthreadPlace|KinthreadSource {id: $id}) WHERE $kind IN labels(n)
UNWIND coalesce(n.changed, []) AS text
MATCH (r:KinthreadRun) WHERE text CONTAINS r.id
RETURN text, r.started AS started, r.by AS by;
