// Which appeals were sent, to whom, with which outcome, and after how many days of silence?
// group children
// says {appeal_id}[ by {by}][ to {to}][ for {for}] ({sent})[. Outcome: {outcome}][ ({outcome_id})][. {silent_least} of silence].
// param   as_of           date = told      silence is counted until that day
// returns appeal_id       string   Event.id of the appeal
// returns by              list     Person.id of who appealed
// returns for             list     Person.id of the people they were for
// returns to              list     Person.id of the authorities
// returns sent_earliest   date
// returns sent_latest     date
// returns sent            string   certainly or possibly sent by the day, or planned
// returns outcome         string   answered, refused, redirected or unanswered; null where nothing is recorded
// returns outcome_id      string   Event.id of the outcome
// returns silent_least    integer  days from the appeal to the outcome, or to the day where none came, at the least
// returns silent_most     integer  at the most; null: open
// returns claims          list     Claim.id
// unknown  Answers that nobody recorded. No recorded outcome is not the same as no answer.
MATCH (a:KinthreadEvent)<-[:TOOK_PART {role: 'subject'}]-(:KinthreadPerson)
WHERE (a.appeal = 'sent' OR (a.appeal = 'unanswered' AND NOT EXISTS { (a)-[:AFTER]->(:KinthreadEvent {appeal: 'sent'}) }))
  AND (a.earliest IS NULL OR a.earliest <= $as_of)
WITH DISTINCT a
OPTIONAL MATCH (o:KinthreadEvent)-[:AFTER]->(a)
WHERE o.appeal <> 'sent' AND o.exists <> 'no'
  AND (o.earliest IS NULL OR o.earliest <= $as_of)
WITH a, coalesce(o, CASE a.appeal WHEN 'unanswered' THEN a END) AS o
WITH a, o, CASE WHEN o IS NULL OR o.appeal = 'unanswered' THEN null ELSE o END AS answer,
     COLLECT { MATCH (a)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS by,
     COLLECT { MATCH (a)<-[:TOOK_PART {role: 'with'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS for,
     COLLECT {
       MATCH (a)<-[t:TOOK_PART]-(who:KinthreadPerson) WHERE t.role IN ['addressee', 'responsible']
       RETURN DISTINCT who.id AS id ORDER BY id
     } AS to,
     COLLECT {
       UNWIND [a, o] AS e MATCH (claim:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(e)
       WHERE claim.standing = 'active' RETURN DISTINCT claim.id AS id ORDER BY id
     } AS claims
WITH a, o, answer, by, for, to, claims,
     duration.inDays(a.latest, coalesce(answer.earliest, $as_of)).days AS least,
     duration.inDays(a.earliest, CASE WHEN answer IS NULL OR coalesce(answer.latest, $as_of) > $as_of THEN $as_of ELSE answer.latest END).days AS most
RETURN a.id AS appeal_id, by, for, to, a.earliest AS sent_earliest, a.latest AS sent_latest,
       CASE WHEN a.basis = 'planned' THEN 'planned' WHEN a.exists = 'certain' AND a.latest <= $as_of THEN 'certainly' ELSE 'possibly' END AS sent,
       o.appeal AS outcome, o.id AS outcome_id,
       CASE WHEN a.basis = 'planned' THEN null WHEN least < 0 THEN 0 ELSE least END AS silent_least,
       CASE WHEN a.basis = 'planned' THEN null ELSE most END AS silent_most, claims
ORDER BY appeal_id, outcome_id;
