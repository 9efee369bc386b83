// Which event came after which, was at its time or ended it, in one order.
// returns kind    string
// returns event   string  Event.id
// returns other   string  Event.id
// returns facts   map
MATCH (e:KinthreadEvent)-[r:AFTER|AT_TIME_OF|ENDS]->(other:KinthreadEvent)
RETURN type(r) AS kind, e.id AS event, other.id AS other, properties(r) AS facts
ORDER BY kind, event, other, r.which;
