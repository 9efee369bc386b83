// Who was held within some days after a contact with somebody abroad?
// group lost
// says {person_id}: {held_id}. Before it, contact with {abroad} ({contact_id}): {within} within the days[; between them: {days_least}].
// param   days           integer = 60     days from the contact to the detention
// param   as_of          date = told      detentions by that day
// returns person_id      string   Person.id of the person held
// returns person         string
// returns held_id        string   Event.id of the detention
// returns held           string   its type
// returns contact_id     string   Event.id of the contact
// returns contact        string   its type
// returns abroad         list     Person.id of those at the other end who are, or may be, abroad then
// returns days_least     integer  days between, at the least; negative: perhaps the contact was later. Null: open
// returns days_most      integer  days between, at the most; null: open
// returns within         string   certainly or possibly within the days, and after the contact
// returns claims         list     Claim.id of both
// unknown  Why they were held: that one thing came after another is no cause.
// unknown  Contact that nobody recorded, and contact by groups for their members.
MATCH (h:KinthreadEvent)<-[held:TOOK_PART]-(p:KinthreadPerson)
WHERE h.effect = 'held' AND held.role IN h.reaches AND h.exists <> 'no' AND (h.earliest IS NULL OR h.earliest <= $as_of)
WITH DISTINCT h, p // fewer are held than are in contact: begin from them
MATCH (p)-[t:TOOK_PART]->(x:KinthreadEvent)
WHERE x.effect = 'open' AND x.exists <> 'no'
  AND t.role IN ['subject', 'with', 'caller', 'sender', 'messenger']
WITH DISTINCT h, p, x, coalesce(x.until_latest, CASE WHEN x.lasts THEN date('9999-12-31') ELSE x.latest END) AS ended
WITH h, p, x,
     CASE WHEN x.lasts AND (ended IS NULL OR ended > coalesce(h.earliest, ended)) THEN 0
          ELSE duration.inDays(ended, h.earliest).days END AS least,
     duration.inDays(coalesce(x.until_earliest, x.earliest), h.latest).days AS most,
     coalesce(x.earliest, date('0001-01-01')) AS from, coalesce(ended, date('9999-12-31')) AS until
WHERE coalesce(least, 0) <= $days AND coalesce(most, 0) >= 0
  AND NOT EXISTS { (x)-[:AFTER]->(h) }
MATCH (x)<-[u:TOOK_PART]-(o:KinthreadPerson)
WHERE o <> p AND u.role IN ['subject', 'with', 'caller', 'sender', 'messenger']
WITH DISTINCT o, h, p, x, least, most, from, until
WHERE EXISTS {
  MATCH (o)-[s:HAS_ANSWER {left: 'abroad'}]->(:KinthreadCourse)
  WHERE (s.from IS NULL OR s.from <= until) AND (s.until IS NULL OR from <= s.until)
}
WITH o, h, p, x, least, most ORDER BY o.id
WITH h, p, x, least, most, collect(o.id) AS abroad
WITH h, p, x, least, most, abroad,
     COLLECT {
       UNWIND [h, x] AS e MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e)
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS claims
RETURN p.id AS person_id, p.name AS person, h.id AS held_id, h.type AS held, x.id AS contact_id, x.type AS contact,
       abroad, least AS days_least, most AS days_most,
       CASE WHEN h.exists = 'certain' AND x.exists = 'certain' AND h.latest <= $as_of
              AND (least >= 0 OR EXISTS { (h)-[:AFTER]->(x) }) AND most <= $days
            THEN 'certainly' ELSE 'possibly' END AS within, claims
ORDER BY person_id, held_id, within, days_most, contact_id;
