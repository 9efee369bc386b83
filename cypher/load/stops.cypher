// Keep on everybody whether they asked not to be contacted, and since when that holds no more.
// Only those are looked at who ask, who asked until now, or of whom an older version kept nothing.
// param   rows  map  Person.id: {stop, until}
// returns nothing
CALL () {
  UNWIND keys($rows) AS id
  MATCH (p:KinthreadPerson {id: id}) RETURN p
  UNION
  MATCH (p:KinthreadPerson) WHERE p.do_not_contact = true RETURN p
  UNION
  MATCH (p:KinthreadPerson) WHERE p.do_not_contact_until IS NOT NULL RETURN p
  UNION
  MATCH (p:KinthreadPerson) WHERE p.do_not_contact IS NULL RETURN p
}
WITH p, coalesce($rows[p.id].stop, false) AS stop, $rows[p.id].until AS until
WHERE p.do_not_contact IS NULL OR p.do_not_contact <> stop
   OR coalesce(p.do_not_contact_until <> until, true) AND NOT (p.do_not_contact_until IS NULL AND until IS NULL)
SET p.do_not_contact = stop, p.do_not_contact_until = until;
