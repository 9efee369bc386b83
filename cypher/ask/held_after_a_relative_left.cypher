// Who was held within some days after a relative left the country?
// group lost
// says {person_id}: {held_id}. Before it, {who_left} left the country ({left_id}): {within} within the days[; between them: {days_least}].
// param   days           integer = 365    days from the leaving to the detention
// param   as_of          date = told      detentions by that day
// returns person_id      string   Person.id of the person held
// returns person         string
// returns held_id        string   Event.id of the detention
// returns held           string   its type
// returns left_id        string   Event.id of the leaving
// returns who_left       list     Person.id of relatives within two recorded ties
// returns days_least     integer  days between, at the least; negative: perhaps the leaving was later. Null: open
// returns days_most      integer  days between, at the most; null: open
// returns within         string   certainly or possibly within the days, after the leaving, and of a relative: possibly where their ties are doubtful
// returns claims         list     Claim.id of both
// unknown  Why they were held: that one thing came after another is no cause.
// unknown  Relatives more than two ties away: a tie is parent and child, marriage, siblings, or stated kin.
MATCH (h:KinthreadEvent)<-[held:TOOK_PART]-(p:KinthreadPerson)-[near:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF*0..1]-(m)-[tie:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]-(o:KinthreadPerson)-[t:TOOK_PART]->(x:KinthreadEvent)
USING JOIN ON m // from both ends at once: they meet at a relative of both, or at the person who was held
WHERE h.effect = 'held' AND held.role IN h.reaches AND h.exists <> 'no' AND (h.earliest IS NULL OR h.earliest <= $as_of)
  AND x.tells_place = 'out' AND t.role IN ['subject', 'companion'] AND x.exists <> 'no'
  AND o <> p
WITH h, p, x, o, max(tie.exists = 'certain' AND all(one IN near WHERE one.exists = 'certain')) AS kin
WITH h, p, x, o, kin, duration.inDays(x.latest, h.earliest).days AS least, duration.inDays(x.earliest, h.latest).days AS most
WHERE coalesce(least, 0) <= $days AND coalesce(most, 0) >= 0
WITH h, p, x, o, kin, least, most ORDER BY o.id
WITH h, p, x, least, most, collect(DISTINCT o.id) AS who_left, max(kin) AS kin
WHERE NOT EXISTS { (p)-[:TOOK_PART {role: 'subject'}]->(x) } AND NOT EXISTS { (x)-[:AFTER]->(h) }
WITH h, p, x, who_left, kin, least, most,
     COLLECT {
       UNWIND [h, x] AS e MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e)
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS claims
RETURN p.id AS person_id, p.name AS person, h.id AS held_id, h.type AS held, x.id AS left_id, who_left,
       least AS days_least, most AS days_most,
       CASE WHEN kin AND h.exists = 'certain' AND x.exists = 'certain' AND h.latest <= $as_of
              AND (least >= 0 OR EXISTS { (h)-[:AFTER]->(x) }) AND most <= $days
            THEN 'certainly' ELSE 'possibly' END AS within, claims
ORDER BY person_id, held_id, within, days_most, left_id;
