// By which shortest ways are two people tied, through some kinds of ties?
// A region or a country ties nobody: half of all people were in it.
// param   one    string   Person.id
// param   other  string   Person.id
// param   kinds  list     types of relationship that may be part of a way
// param   most   integer  ways
// returns way    list     ids of what is on the way, from the one to the other
MATCH (one:KinthreadPerson {id: $one})
MATCH (other:KinthreadPerson {id: $other})
MATCH way = allShortestPaths((one)-[:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|SAME_AS|CARES_FOR|LIVES_WITH|KNOWS|MEMBER_OF|TOOK_PART|AT|PART_OF*..14]-(other))
WHERE all(tie IN relationships(way) WHERE type(tie) IN $kinds AND coalesce(tie.exists, '') <> 'no')
  AND all(thing IN nodes(way) WHERE coalesce(thing.exists, '') <> 'no' AND NOT coalesce(thing.kind, '') IN ['region', 'country'])
WITH [thing IN nodes(way) | thing.id] AS way
RETURN way ORDER BY way LIMIT $most;
