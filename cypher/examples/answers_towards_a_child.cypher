// Who was left to contact for a child on a day, by the answers that the rule worked out?
// returns person  string
// returns left    string
// returns status  string
// returns from    date    null: from the beginning
// returns until   date    null: it never changes again
MATCH (child:Person {id: 'mamutjan-son'})<-[:TOWARDS]-(:Course)<-[a:HAS_ANSWER]-(p:Person)
WHERE coalesce(a.from, date('2018-05-15')) <= date('2018-05-15')
  AND date('2018-05-15') <= coalesce(a.until, date('2018-05-15'))
RETURN p.name AS person, a.left AS left, a.status AS status, a.from AS from, a.until AS until
ORDER BY left, person;
