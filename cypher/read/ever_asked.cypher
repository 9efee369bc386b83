// Which of these people asked not to be contacted, so that the request stands on a day?
// Where a store of an older version has no mark yet, whoever ever asked has the stop.
// param   ids  list    Person.id
// param   day  date    the day asked about; null: as it stands after all that is recorded
// returns id   string
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
  AND (coalesce(p.do_not_contact,
         EXISTS { (p)-[:MEMBER_OF*0..5]->(:KinthreadPerson)-[:TOOK_PART]->(:KinthreadEvent {effect: 'asked'}) })
       OR coalesce(p.do_not_contact_until > $day, false))
RETURN p.id AS id;
