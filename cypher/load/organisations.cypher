// Keep what the claims about organisations add up to. An organisation is not a Person, a group is.
// param   rows  list  of {id, facts}
// returns nothing
UNWIND $rows AS row
MERGE (p:KinthreadPerson {id: row.id})
WITH p, row, p.do_not_contact AS stop, p.do_not_contact_until AS until, p.joined_to AS joined // they stay: no load takes them off by the way
SET p = row.facts, p.do_not_contact = coalesce(stop, false), p.do_not_contact_until = until, p.joined_to = joined, p:Organisation
REMOVE p:Person:Group;
