// In what places and sources lie, and who speaks in sources, in one order.
// returns kind   string
// returns part   string  Place.id or Source.id
// returns whole  string  Place.id, Source.id or Person.id
// returns facts  map
MATCH (part:KinthreadPlace|KinthreadSource)-[r:PART_OF|INFORMANT]->(whole)
RETURN type(r) AS kind, part.id AS part, whole.id AS whole, properties(r) AS facts
ORDER BY kind, part, whole;
