// Write on events what the table says of their type, where another table was used before.
// param   types    map      of each type, its properties; null takes one away
// param   version  string   the fingerprint of the table
// param   most     integer  events at once
// returns written  integer
MATCH (e:KinthreadEvent)
WHERE e.table_version IS NULL OR e.table_version <> $version
WITH e LIMIT $most
SET e += $types[e.type], e.table_version = $version
RETURN count(e) AS written;
