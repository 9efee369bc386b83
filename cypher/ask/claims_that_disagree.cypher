// Which claims disagree, so that one denies the other or both cannot be true?
// group sure
// says [{people}][ ({event_id})][ ({tie})]: two claims differ on {differs}. One says: {says_one} ({source_one}). The other says: {says_two} ({source_two}).
// returns people       list     Person.id of the person, of the two of a tie in its order, or of those to whom the event happened
// returns event_id     string   Event.id of the event; null where the claims are about a tie or a person
// returns tie          string   which tie, such as parent_of; null where they are about no tie
// returns differs      string   whether (one denies it), when, where, birth or sex
// returns claim_one    string   Claim.id
// returns says_one     string   what it says
// returns source_one   string   Source.id
// returns claim_two    string   Claim.id
// returns says_two     string
// returns source_two   string   Source.id
// unknown  Which one is right. Claims that were retracted are not compared.
// unknown  Contradictions between different events, such as a call after a death.
CALL () {
  MATCH (e:KinthreadEvent)<-[:DISPUTES]-(two:KinthreadClaim)
  MATCH (e)<-[:SUPPORTS]-(one:KinthreadClaim)
  WHERE one.basis <> 'planned'
  RETURN e, null AS p, null AS tie, 'whether' AS differs, one, 'it was so' AS says_one, two, 'it was not so' AS says_two
  UNION ALL
  MATCH (two:TieClaim:KinthreadClaim {stance: 'disputes'})
  WITH DISTINCT two // few deny a tie: begin from them
  MATCH (two)-[:ABOUT]->(:KinthreadPerson)<-[:ABOUT]-(one:TieClaim:KinthreadClaim {stance: 'supports'})
  WHERE one.about = two.about
  WITH DISTINCT one, two
  RETURN null AS e, null AS p, one AS tie, 'whether' AS differs, one, 'it was so' AS says_one, two, 'it was not so' AS says_two
  UNION ALL
  MATCH (e:KinthreadEvent)
  WHERE COUNT { (e)<-[:SUPPORTS]-() } > 1
  MATCH (one:KinthreadClaim)-[:SUPPORTS]->(e)<-[:SUPPORTS]-(two:KinthreadClaim)
  WHERE one.id < two.id
  CALL (one, two) {
    WITH one, two
    WHERE one.basis <> 'planned' AND two.basis <> 'planned'
      AND (one.when_latest < two.when_earliest OR two.when_latest < one.when_earliest)
    RETURN 'when' AS differs, one.when_text AS says_one, two.when_text AS says_two
    UNION ALL
    WITH one, two
    WHERE one.place <> two.place
      AND NOT EXISTS { (:KinthreadPlace {id: one.place})-[:PART_OF*1..]->(:KinthreadPlace {id: two.place}) }
      AND NOT EXISTS { (:KinthreadPlace {id: two.place})-[:PART_OF*1..]->(:KinthreadPlace {id: one.place}) }
    RETURN 'where' AS differs, COLLECT { MATCH (at:KinthreadPlace {id: one.place}) RETURN at.name }[0] AS says_one,
           COLLECT { MATCH (at:KinthreadPlace {id: two.place}) RETURN at.name }[0] AS says_two
  }
  RETURN e, null AS p, null AS tie, differs, one, says_one, two, says_two
  UNION ALL
  MATCH (p:KinthreadPerson)<-[:ABOUT]-(each:PersonClaim:KinthreadClaim)
  WITH p, count(each) AS told
  WHERE told > 1
  MATCH (one:PersonClaim:KinthreadClaim)-[:ABOUT]->(p)<-[:ABOUT]-(two:PersonClaim:KinthreadClaim)
  WHERE one.id < two.id
  CALL (one, two) {
    WITH one, two
    WHERE one.born_latest < two.born_earliest OR two.born_latest < one.born_earliest
    RETURN 'birth' AS differs, coalesce('born ' + one.birth_text, 'aged ' + one.age_text) AS says_one,
           coalesce('born ' + two.birth_text, 'aged ' + two.age_text) AS says_two
    UNION ALL
    WITH one, two
    WHERE one.sex <> two.sex
    RETURN 'sex' AS differs, one.sex AS says_one, two.sex AS says_two
  }
  RETURN null AS e, p, null AS tie, differs, one, says_one, two, says_two
}
WITH e, p, tie, differs, one, says_one, two, says_two
WHERE one.standing = 'active' AND two.standing = 'active'
WITH e, p, tie, differs, one, says_one, two, says_two, coalesce(e.id, p.id, tie.about) AS about,
     COLLECT {
       CALL (e, p, tie) {
         WITH p WHERE p IS NOT NULL RETURN p.id AS id, false AS second
         UNION
         MATCH (e)<-[:TOOK_PART {role: 'subject'}]-(who:KinthreadPerson) RETURN who.id AS id, false AS second
         UNION
         MATCH (tie)-[:ABOUT]->(who:KinthreadPerson) RETURN who.id AS id, who.id = tie.relative AS second
       }
       RETURN id ORDER BY second, id
     } AS people
RETURN people, e.id AS event_id, tie.kind AS tie, differs, one.id AS claim_one, says_one,
       one.source AS source_one, two.id AS claim_two, says_two, two.source AS source_two
ORDER BY about, differs, claim_one, claim_two;
