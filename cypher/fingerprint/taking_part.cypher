// Who took part in which event, and where it was, in one order.
// returns kind    string
// returns event   string  Event.id
// returns other   string  Person.id or Place.id
// returns facts   map
MATCH (e:KinthreadEvent)-[r:TOOK_PART|AT]-(other:KinthreadPerson|KinthreadPlace)
RETURN type(r) AS kind, e.id AS event, other.id AS other, properties(r) AS facts
ORDER BY kind, event, other, r.role;
