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
  MATCH (c:KinthreadClaim {run: $run})-[:ABOUT]->(p:KinthreadPerson) USING INDEX c:KinthreadClaim(run) RETURN p
  UNION
  MATCH (c:KinthreadClaim {run: $run})-[:SUPPORTS|DISPUTES]->(:KinthreadEvent)<-[:TOOK_PART]-(p:KinthreadPerson) USING INDEX c:KinthreadClaim(run) RETURN p
} AS touched, CASE WHEN $run IS NULL THEN [true] ELSE [] END AS all // of all loads, each tie and each part in an event is looked at once
CALL (touched, all) {
  // a birth that is too early, or too late, for the parent's: by certain ties of birth alone
  CALL (touched, all) {
    UNWIND all AS each
    MATCH (parent)-[tie:PARENT_OF]->(child)
    RETURN parent, tie, child
    UNION ALL
    UNWIND touched AS parent
    MATCH (parent)-[tie:PARENT_OF]->(child)
    RETURN parent, tie, child
  }
  WITH parent, tie, child
  WHERE child.born_latest < parent.born_earliest + duration({years: 12}) OR child.born_earliest > parent.born_latest + duration({years: 55})
  CALL (parent, tie, child) {
    WITH parent, child WHERE child.born_latest < parent.born_earliest + duration({years: 12})
    RETURN 'a parent younger than twelve' AS doubt,
           'at most ' + toString(duration.between(parent.born_earliest, child.born_latest).years) + ' years older than the child' AS detail
    UNION ALL
    WITH parent, child WHERE parent.sex = 'female' AND child.born_earliest > parent.born_latest + duration({years: 55})
    RETURN 'a mother older than 55' AS doubt,
           'at least ' + toString(duration.between(parent.born_latest, child.born_earliest).years) + ' years older than the child' AS detail
  }
  WITH parent, tie, child, doubt, detail
  WHERE parent:KinthreadPerson AND child:KinthreadPerson AND coalesce(tie.kind, 'birth') = 'birth'
  RETURN doubt, [parent.id, child.id] AS people, [] AS events, tie.claims AS claims, detail
  UNION ALL
  // what happened to somebody, on a day that is too early, too late, or elsewhere
  CALL (touched, all) {
    UNWIND all AS each
    MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e)
    RETURN p, part, e
    UNION ALL
    UNWIND touched AS p
    MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e)
    RETURN p, part, e
  }
  WITH p, part, e
  WHERE e.latest < p.born_earliest OR e.earliest > p.born_latest + duration({years: 110}) OR e.effect IN ['dead', 'place']
  CALL (p, part, e) {
    WITH p, part, e WHERE e.exists <> 'no' AND e.latest < p.born_earliest
    RETURN 'an event before birth' AS doubt, [e.id] AS events, part.claims AS claims,
           replace(e.type, '_', ' ') + ' by ' + toString(e.latest) + ', born ' + toString(p.born_earliest) + ' or later' AS detail
    UNION ALL
    WITH p, part, e WHERE e.exists <> 'no' AND e.earliest > p.born_latest + duration({years: 110})
    RETURN 'somebody older than 110' AS doubt, [e.id] AS events, part.claims AS claims,
           replace(e.type, '_', ' ') + ' of ' + toString(e.earliest) + ' or later, born by ' + toString(p.born_latest) AS detail
    UNION ALL
    WITH p, part, e WHERE e.exists <> 'no' AND e.effect = 'dead'
    MATCH (p)-[later:TOOK_PART {role: 'subject'}]->(after:KinthreadEvent)
    WHERE after.exists <> 'no' AND after.effect IS NOT NULL AND after.effect <> 'dead' AND after.earliest > e.latest
    RETURN 'an event after death' AS doubt, [e.id, after.id] AS events, part.claims + later.claims AS claims,
           replace(after.type, '_', ' ') + ' of ' + toString(after.earliest) + ' or later, ' + replace(e.type, '_', ' ') + ' by ' + toString(e.latest) AS detail
    UNION ALL
    // two stays of which one had certainly begun before the other had certainly ended, in two countries
    WITH p, part, e WHERE e.exists = 'certain' AND e.effect = 'place' AND e.until_earliest IS NOT NULL
    MATCH (p)-[other:TOOK_PART {role: 'subject'}]->(b:KinthreadEvent {effect: 'place'})
    WHERE b.exists = 'certain' AND b.id <> e.id AND b.latest IS NOT NULL AND e.latest <= b.earliest AND b.latest < e.until_earliest
      AND (b.lasts IS NULL OR b.until_earliest > b.latest OR b.until_earliest IS NULL)
    MATCH (e)-[:AT]->(:KinthreadPlace)-[:PART_OF*0..9]->(here:KinthreadPlace {kind: 'country'})
    MATCH (b)-[:AT]->(:KinthreadPlace)-[:PART_OF*0..9]->(there:KinthreadPlace {kind: 'country'})
    WHERE here <> there
    RETURN 'two places far apart at once' AS doubt, [e.id, b.id] AS events, part.claims + other.claims AS claims,
           here.name + ' until ' + toString(e.until_earliest) + ' or later, ' + there.name + ' by ' + toString(b.latest) AS detail
  }
  WITH p, doubt, events, claims, detail
  WHERE p:KinthreadPerson
  RETURN doubt, [p.id] AS people, events, claims, detail
  UNION ALL
  CALL (all) {
    UNWIND all AS each
    MATCH (e:KinthreadEvent) RETURN e
    UNION ALL
    MATCH (c:KinthreadClaim {run: $run})-[:SUPPORTS|DISPUTES]->(e:KinthreadEvent) USING INDEX c:KinthreadClaim(run) RETURN DISTINCT e
  }
  WITH e
  WHERE e.until_earliest > e.latest + duration({years: 60})
  CALL (e) {
    WITH e WHERE e.exists <> 'no'
    RETURN COLLECT { MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id ORDER BY id } AS people,
           COLLECT { MATCH (e)<-[:SUPPORTS]-(c:KinthreadClaim) WHERE c.standing = 'active' RETURN c.id AS id ORDER BY id } AS claims
  }
  RETURN 'longer than sixty years' AS doubt, people, [e.id] AS events, claims,
         replace(e.type, '_', ' ') + ' from ' + toString(e.latest) + ' or earlier to ' + toString(e.until_earliest) + ' or later' AS detail
  UNION ALL
  // one tie under two ids: told by each end, say
  CALL (touched, all) {
    UNWIND all AS each
    MATCH (a)-[tie:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]->(b)
    RETURN a, tie, b
    UNION ALL
    UNWIND touched AS one
    MATCH (one)-[tie:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]-()
    WITH DISTINCT tie
    RETURN startNode(tie) AS a, tie, endNode(tie) AS b
  }
  WITH CASE WHEN elementId(a) < elementId(b) THEN [a, b] ELSE [b, a] END AS pair, collect(tie) AS ties
  WHERE size(ties) > 1
  UNWIND ties AS one
  UNWIND ties AS two
  WITH one, two, startNode(one) AS a, endNode(one) AS b
  WHERE one.id < two.id AND type(one) = type(two) AND (type(one) IN ['SPOUSE_OF', 'SIBLING_OF'] OR startNode(two) = a)
    AND coalesce(one.kind, '') = coalesce(two.kind, '') AND coalesce(one.term, '') = coalesce(two.term, '')
    AND a:KinthreadPerson AND b:KinthreadPerson
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
