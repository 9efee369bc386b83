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
} AS touched, CASE WHEN $run IS NULL THEN [true] ELSE [] END AS all // of all loads, each tie is looked at once
CALL (touched, all) {
  // the gist says whose birth fits; who was touched since is looked at, with their parents, or everybody where there is no gist yet
  CALL (touched, all) {
    UNWIND touched AS p
    RETURN p
    UNION
    UNWIND all AS each
    MATCH (p:KinthreadPerson) WHERE p.doubtful = true
    RETURN p
    UNION
    UNWIND all AS each
    MATCH (p:KinthreadPerson) WHERE p.stale IS NOT NULL
    RETURN p
    UNION
    UNWIND all AS each
    MATCH (child:KinthreadPerson)<-[:PARENT_OF]-(p:KinthreadPerson) WHERE child.stale IS NOT NULL
    RETURN p
    UNION
    UNWIND all AS each
    UNWIND CASE WHEN EXISTS { MATCH (one:KinthreadPerson) WHERE one.named_from IS NOT NULL } THEN [] ELSE [true] END AS without
    MATCH (p:KinthreadPerson)
    RETURN p
  }
  CALL (p) {
    // a birth that is too early, or too late, for the parent's: by certain ties of birth alone
    MATCH (p)-[tie:PARENT_OF]->(child:KinthreadPerson)
    WHERE p:KinthreadPerson AND child.born_latest < p.born_earliest + duration({years: 12}) AND coalesce(tie.kind, 'birth') = 'birth'
    RETURN 'a parent younger than twelve' AS doubt, [p.id, child.id] AS people, [] AS events, tie.claims AS claims,
           'at most ' + toString(duration.between(p.born_earliest, child.born_latest).years) + ' years older than the child' AS detail
    UNION ALL
    MATCH (p)-[tie:PARENT_OF]->(child:KinthreadPerson)
    WHERE p:KinthreadPerson AND p.sex = 'female' AND child.born_earliest > p.born_latest + duration({years: 55}) AND coalesce(tie.kind, 'birth') = 'birth'
    RETURN 'a mother older than 55' AS doubt, [p.id, child.id] AS people, [] AS events, tie.claims AS claims,
           'at least ' + toString(duration.between(p.born_latest, child.born_earliest).years) + ' years older than the child' AS detail
    UNION ALL
    MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e)
    WHERE p:KinthreadPerson AND e.exists <> 'no' AND e.latest < p.born_earliest
    RETURN 'an event before birth' AS doubt, [p.id] AS people, [e.id] AS events, part.claims AS claims,
           replace(e.type, '_', ' ') + ' by ' + toString(e.latest) + ', born ' + toString(p.born_earliest) + ' or later' AS detail
    UNION ALL
    MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e)
    WHERE p:KinthreadPerson AND e.exists <> 'no' AND e.earliest > p.born_latest + duration({years: 110})
    RETURN 'somebody older than 110' AS doubt, [p.id] AS people, [e.id] AS events, part.claims AS claims,
           replace(e.type, '_', ' ') + ' of ' + toString(e.earliest) + ' or later, born by ' + toString(p.born_latest) AS detail
  }
  RETURN doubt, people, events, claims, detail
  UNION ALL
  CALL (touched, all) {
    UNWIND all AS each
    MATCH (e:KinthreadEvent)<-[part:TOOK_PART {role: 'subject'}]-(p)
    WHERE e.effect = 'dead'
    RETURN p, part, e
    UNION ALL
    UNWIND touched AS p
    MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e)
    WHERE e.effect = 'dead'
    RETURN p, part, e
  }
  MATCH (p)-[later:TOOK_PART {role: 'subject'}]->(after:KinthreadEvent)
  WHERE p:KinthreadPerson AND e.exists <> 'no' AND after.earliest > e.latest AND after.exists <> 'no' AND after.effect IS NOT NULL AND after.effect <> 'dead'
  RETURN 'an event after death' AS doubt, [p.id] AS people, [e.id, after.id] AS events, part.claims + later.claims AS claims,
         replace(after.type, '_', ' ') + ' of ' + toString(after.earliest) + ' or later, ' + replace(e.type, '_', ' ') + ' by ' + toString(e.latest) AS detail
  UNION ALL
  // two stays of which one had certainly begun before the other had certainly ended, in two countries
  CALL (touched, all) {
    UNWIND all AS each
    MATCH (e:KinthreadEvent)<-[part:TOOK_PART {role: 'subject'}]-(p)
    WHERE e.until_earliest IS NOT NULL AND e.effect = 'place'
    RETURN p, part, e
    UNION ALL
    UNWIND touched AS p
    MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e)
    WHERE e.until_earliest IS NOT NULL AND e.effect = 'place'
    RETURN p, part, e
  }
  WITH p, part, e
  WHERE p:KinthreadPerson AND e.exists = 'certain'
  MATCH (p)-[other:TOOK_PART {role: 'subject'}]->(b:KinthreadEvent {effect: 'place'})
  WHERE b.exists = 'certain' AND b.id <> e.id AND b.latest IS NOT NULL AND e.latest <= b.earliest AND b.latest < e.until_earliest
    AND (b.lasts IS NULL OR b.until_earliest > b.latest OR b.until_earliest IS NULL)
  MATCH (e)-[:AT]->(:KinthreadPlace)-[:PART_OF*0..9]->(here:KinthreadPlace {kind: 'country'})
  MATCH (b)-[:AT]->(:KinthreadPlace)-[:PART_OF*0..9]->(there:KinthreadPlace {kind: 'country'})
  WHERE here <> there
  RETURN 'two places far apart at once' AS doubt, [p.id] AS people, [e.id, b.id] AS events, part.claims + other.claims AS claims,
         here.name + ' until ' + toString(e.until_earliest) + ' or later, ' + there.name + ' by ' + toString(b.latest) AS detail
  UNION ALL
  // somebody left a country for a place in it: the country of risk, unless the place was held by another side, or where they certainly were last
  CALL (touched, all) {
    UNWIND all AS each
    MATCH (e:KinthreadEvent)<-[part:TOOK_PART {role: 'subject'}]-(p)
    WHERE e.effect = 'place' AND e.tells_place = 'out'
    RETURN p, part, e
    UNION ALL
    UNWIND touched AS p
    MATCH (p)-[part:TOOK_PART {role: 'subject'}]->(e)
    WHERE e.effect = 'place' AND e.tells_place = 'out'
    RETURN p, part, e
  }
  WITH p, part, e
  WHERE p:KinthreadPerson AND e.exists <> 'no'
  MATCH (e)-[:AT]->(place:KinthreadPlace)-[:PART_OF*0..9]->(land:KinthreadPlace {kind: 'country'})
  CALL (p, e) {
    RETURN COLLECT {
      MATCH (p)-[:TOOK_PART {role: 'subject'}]->(b:KinthreadEvent {effect: 'place', exists: 'certain'})-[:AT]->(:KinthreadPlace)-[:PART_OF*0..9]->(there:KinthreadPlace {kind: 'country'})
      WHERE b <> e AND b.latest < e.earliest AND b.tells_place IS NOT NULL
      RETURN there ORDER BY b.latest DESC, b.id LIMIT 1
    } AS before
  }
  WITH p, part, e, place, land, before
  WHERE land IN before OR EXISTS { (:KinthreadDataset {country_of_risk: land.id}) }
    AND NOT EXISTS { MATCH (place)-[:PART_OF*0..9]->(:KinthreadPlace)<-[:AT]-(c:KinthreadEvent) WHERE c.control IN ['outside', 'perhaps'] AND c.exists <> 'no' }
  RETURN 'a country left for a place in it' AS doubt, [p.id] AS people, [e.id] AS events, part.claims AS claims,
         CASE WHEN place = land THEN place.name ELSE place.name + ' is in ' + land.name END AS detail
  UNION ALL
  // one place that two sides certainly took on one certain day
  CALL (all) {
    UNWIND all AS each
    MATCH (e:KinthreadEvent)
    WHERE e.control = 'inside'
    RETURN e
    UNION
    MATCH (c:KinthreadClaim {run: $run})-[:SUPPORTS|DISPUTES]->(one) USING INDEX c:KinthreadClaim(run)
    MATCH (one)-[:AT]->(:KinthreadPlace)<-[:AT]-(e)
    WHERE one.control IN ['inside', 'outside'] AND e.control = 'inside'
    RETURN e
  }
  WITH DISTINCT e
  WHERE e.exists = 'certain' AND e.earliest = e.latest
  MATCH (e)-[:AT]->(place:KinthreadPlace)<-[:AT]-(b)
  WHERE b.control = 'outside' AND b.exists = 'certain' AND b.earliest = e.earliest AND b.latest = e.latest
  RETURN 'one place taken and lost at once' AS doubt,
         COLLECT { MATCH (x)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) WHERE x IN [e, b] RETURN DISTINCT who.id AS id ORDER BY id } AS people,
         [e.id, b.id] AS events,
         COLLECT { MATCH (x)<-[:SUPPORTS]-(c:KinthreadClaim) WHERE x IN [e, b] AND c.standing = 'active' RETURN c.id AS id ORDER BY id } AS claims,
         place.name + ' on ' + toString(e.earliest) AS detail
  UNION ALL
  CALL (all) {
    UNWIND all AS each
    MATCH (e:KinthreadEvent)
    WHERE e.until_earliest IS NOT NULL
    RETURN e
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
    MATCH (a)-[tie:PARENT_OF|KIN_OF]->(b)
    WITH a, b, count(*) AS many
    WHERE many > 1
    MATCH (a)-[tie:PARENT_OF|KIN_OF]->(b)
    RETURN a, b, collect(tie) AS ties
    UNION ALL
    UNWIND all AS each
    MATCH (a)-[tie:SPOUSE_OF|SIBLING_OF]->(b)
    WITH CASE WHEN elementId(a) < elementId(b) THEN [a, b] ELSE [b, a] END AS pair, collect(tie) AS ties
    RETURN pair[0] AS a, pair[1] AS b, ties
    UNION ALL
    UNWIND touched AS one
    MATCH (one)-[tie:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]-()
    WITH DISTINCT tie
    WITH CASE WHEN elementId(startNode(tie)) < elementId(endNode(tie)) THEN [startNode(tie), endNode(tie)] ELSE [endNode(tie), startNode(tie)] END AS pair, collect(tie) AS ties
    RETURN pair[0] AS a, pair[1] AS b, ties
  }
  WITH ties
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
