// Which events are requests not to be contacted or their withdrawals, by any claim?
// param   types  list    of events
// returns id     string  Event.id
MATCH (c:EventClaim:KinthreadClaim) WHERE c.type IN $types
RETURN DISTINCT c.about AS id;
