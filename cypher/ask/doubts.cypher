// Which records can hardly be true?
// group sure
// param   as_of    date = told      events by that day
// param   person   string = any     Person.id of somebody in the record
// param   run      string = any     only records with a claim of this load
// returns doubt    string   what is hardly possible
// returns detail   string   the figures behind it
// returns people   list     Person.id of the people in the record, in the order of the sentence
// returns events   list     Event.id
// returns claims   list     Claim.id of what it rests on
// unknown  Which of the claims is wrong, if one is: a doubt is a reason to look again, and blocks nothing.
WITH COLLECT {
  // of one load, only those are looked at whom its claims name, and what happened by them: its claims come first
  UNWIND CASE WHEN $run IS NULL THEN [true] ELSE [] END AS all
  MATCH (p:KinthreadPerson) RETURN p
  UNION
  MATCH (c:KinthreadClaim {run: $run})-[:ABOUT]->(p:KinthreadPerson) USING INDEX c:KinthreadClaim(run) RETURN p
  UNION
  MATCH (c:KinthreadClaim {run: $run})-[:SUPPORTS|DISPUTES]->(:KinthreadEvent)<-[:TOOK_PART]-(p:KinthreadPerson) USING INDEX c:KinthreadClaim(run) RETURN p
} AS everybody, COLLECT {
  UNWIND CASE WHEN $run IS NULL THEN [true] ELSE [] END AS all
  MATCH (e:KinthreadEvent) RETURN e
  UNION
  MATCH (c:KinthreadClaim {run: $run})-[:SUPPORTS|DISPUTES]->(e:KinthreadEvent) USING INDEX c:KinthreadClaim(run) RETURN e
} AS happened
CALL (everybody, happened) {
  // a birth that is too early, or too late, for the parent's: by certain ties of birth alone
  UNWIND everybody AS parent
  MATCH (parent)-[tie:PARENT_OF]->(child:KinthreadPerson)
  WHERE coalesce(tie.kind, 'birth') = 'birth' AND parent.born_earliest IS NOT NULL AND child.born_latest IS NOT NULL
    AND child.born_latest < parent.born_earliest + duration({years: 12})
  RETURN 'a parent younger than twelve' AS doubt, [parent.id, child.id] AS people, [] AS events, tie.claims AS claims,
         'at most ' + toString(duration.between(parent.born_earliest, child.born_latest).years) + ' years older than the child' AS detail
  UNION ALL
  UNWIND everybody AS parent
  MATCH (parent)-[tie:PARENT_OF]->(child:KinthreadPerson)
  WHERE coalesce(tie.kind, 'birth') = 'birth' AND parent.sex = 'female' AND parent.born_latest IS NOT NULL
    AND child.born_earliest > parent.born_latest + duration({years: 55})
  RETURN 'a mother older than 55' AS doubt, [parent.id, child.id] AS people, [] AS events, tie.claims AS claims,
         'at least ' + toString(duration.between(parent.born_latest, child.born_earliest).years) + ' years older than the child' AS detail
  UNION ALL
  UNWIND everybody AS p
  MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e:KinthreadEvent)
  WHERE e.exists <> 'no' AND p.born_earliest IS NOT NULL AND e.latest < p.born_earliest
  RETURN 'an event before birth' AS doubt, [p.id] AS people, [e.id] AS events, part.claims AS claims,
         replace(e.type, '_', ' ') + ' by ' + toString(e.latest) + ', born ' + toString(p.born_earliest) + ' or later' AS detail
  UNION ALL
  UNWIND everybody AS p
  MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e:KinthreadEvent)
  WHERE e.exists <> 'no' AND p.born_latest IS NOT NULL AND e.earliest > p.born_latest + duration({years: 110})
  RETURN 'somebody older than 110' AS doubt, [p.id] AS people, [e.id] AS events, part.claims AS claims,
         replace(e.type, '_', ' ') + ' of ' + toString(e.earliest) + ' or later, born by ' + toString(p.born_latest) AS detail
  UNION ALL
  UNWIND everybody AS p
  MATCH (p)-[died:TOOK_PART {role: 'subject'}]->(death:KinthreadEvent)
  WHERE death.effect = 'dead' AND death.exists <> 'no' AND death.latest IS NOT NULL
  MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e:KinthreadEvent)
  WHERE e.exists <> 'no' AND e.effect IS NOT NULL AND e.effect <> 'dead' AND e.earliest > death.latest
  RETURN 'an event after death' AS doubt, [p.id] AS people, [death.id, e.id] AS events, died.claims + part.claims AS claims,
         replace(e.type, '_', ' ') + ' of ' + toString(e.earliest) + ' or later, ' + replace(death.type, '_', ' ') + ' by ' + toString(death.latest) AS detail
  UNION ALL
  // two stays of which one had certainly begun before the other had certainly ended, in two countries
  UNWIND everybody AS p
  MATCH (p)-[one:TOOK_PART {role: 'subject'}]->(a:KinthreadEvent {effect: 'place'})
  WHERE a.exists = 'certain' AND a.latest IS NOT NULL AND a.until_earliest IS NOT NULL
  MATCH (p)-[other:TOOK_PART {role: 'subject'}]->(b:KinthreadEvent {effect: 'place'})
  WHERE b.exists = 'certain' AND b.id <> a.id AND b.latest IS NOT NULL AND a.latest <= b.earliest AND b.latest < a.until_earliest
    AND (b.lasts IS NULL OR b.until_earliest > b.latest OR b.until_earliest IS NULL)
  MATCH (a)-[:AT]->(:KinthreadPlace)-[:PART_OF*0..9]->(here:KinthreadPlace {kind: 'country'})
  MATCH (b)-[:AT]->(:KinthreadPlace)-[:PART_OF*0..9]->(there:KinthreadPlace {kind: 'country'})
  WHERE here <> there
  RETURN 'two places far apart at once' AS doubt, [p.id] AS people, [a.id, b.id] AS events, one.claims + other.claims AS claims,
         here.name + ' until ' + toString(a.until_earliest) + ' or later, ' + there.name + ' by ' + toString(b.latest) AS detail
  UNION ALL
  UNWIND happened AS e
  MATCH (e)
  WHERE e.exists <> 'no' AND e.until_earliest IS NOT NULL AND e.latest IS NOT NULL AND e.until_earliest > e.latest + duration({years: 60})
  RETURN 'longer than sixty years' AS doubt,
         COLLECT { MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS people, [e.id] AS events,
         COLLECT { MATCH (e)<-[:SUPPORTS]-(c:KinthreadClaim) WHERE c.standing = 'active' RETURN c.id AS id ORDER BY id } AS claims,
         replace(e.type, '_', ' ') + ' from ' + toString(e.latest) + ' or earlier to ' + toString(e.until_earliest) + ' or later' AS detail
  UNION ALL
  // one tie under two ids: told by each end, say
  UNWIND everybody AS a
  MATCH (a)-[one:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]->(b:KinthreadPerson)
  MATCH (a)-[two:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]-(b)
  WHERE type(one) = type(two) AND one.id < two.id AND (type(one) IN ['SPOUSE_OF', 'SIBLING_OF'] OR startNode(two) = a)
    AND coalesce(one.kind, '') = coalesce(two.kind, '') AND coalesce(one.term, '') = coalesce(two.term, '')
  RETURN 'one tie recorded twice' AS doubt, [a.id, b.id] AS people, [] AS events, one.claims + two.claims AS claims,
         'ties ' + one.id + ' and ' + two.id AS detail
  UNION ALL
  // sameness that is contradicted, directly or along a chain: it joins nothing until one claim is withdrawn
  MATCH (a:KinthreadPerson)-[two:NOT_SAME_AS]->(b:KinthreadPerson)
  WHERE a <> b
  WITH a, two, b
  MATCH chain = shortestPath((a)-[:SAME_AS*..9]-(b))
  RETURN 'one person and two at once' AS doubt, [a.id, b.id] AS people, [] AS events,
         reduce(claims = two.claims, one IN relationships(chain) | claims + one.claims) AS claims,
         'one source has them as one person, another as two' AS detail
  UNION ALL
  MATCH (a:KinthreadPerson)-[:SAME_AS]-(:KinthreadPerson)
  WITH DISTINCT a WHERE a.sex = 'male'
  MATCH (a)-[:SAME_AS*1..9]-(b:KinthreadPerson {sex: 'female'})
  WITH DISTINCT a, b
  MATCH chain = shortestPath((a)-[:SAME_AS*..9]-(b))
  RETURN 'a man and a woman as one person' AS doubt, [a.id, b.id] AS people, [] AS events,
         reduce(claims = [], one IN relationships(chain) | claims + one.claims) AS claims,
         'the same person by ' + toString(length(chain)) + ' claims of sameness' AS detail
}
WITH doubt, people, events, claims, detail
WHERE ($person IS NULL OR $person IN people)
  AND ($run IS NULL OR EXISTS { MATCH (c:KinthreadClaim) WHERE c.id IN claims AND c.run = $run })
  AND (size(events) = 0 OR NOT EXISTS { MATCH (e:KinthreadEvent) WHERE e.id IN events AND e.earliest > $as_of })
RETURN doubt, detail, people, events, claims
ORDER BY doubt, people, events, detail;
