// Mark everybody of these data sets: their country of risk may have changed.
// param   ids  list  Dataset.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.dataset IN $ids
SET p.stale = true;
