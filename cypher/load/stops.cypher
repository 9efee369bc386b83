// Keep on everybody whether they asked not to be contacted, and since when that holds no more.
// param   rows  map  Person.id: {stop, until}
// returns nothing
MATCH (p:KinthreadPerson)
WITH p, coalesce($rows[p.id].stop, false) AS stop, $rows[p.id].until AS until
WHERE p.do_not_contact IS NULL OR p.do_not_contact <> stop
   OR coalesce(p.do_not_contact_until <> until, true) AND NOT (p.do_not_contact_until IS NULL AND until IS NULL)
SET p.do_not_contact = stop, p.do_not_contact_until = until;
