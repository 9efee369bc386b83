// To whom are these people tied, and those within three steps of kinship?
// param   ids      list    Person.id
// returns people   list    of [id, ties, groups, beside, housed], in one row: each row costs the driver more than a person does
//         ties             of [type, whether it leads away from the person, the other's Person.id]
//         groups           Person.id of the groups that the person belongs to, or did by a claim that counts no more
//         beside           Person.id of whoever takes part in an event with them, or brought word of it; no organisation
//         housed           those of them with whom they are said to have lived
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)-[:PARENT_OF|SPOUSE_OF|SIBLING_OF*0..3]-(near:KinthreadPerson)
WITH DISTINCT near
WITH near.id AS id,
       [(near)-[r:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS|SAME_AS|NOT_SAME_AS]-(other:KinthreadPerson) |
         [type(r), startNode(r) = near, other.id]] +
         [(near)-[:SAME_AS*2..6]-(other:KinthreadPerson) | ['SAME_AS', true, other.id]] AS ties,
       reduce(once = [(near)-[:MEMBER_OF*1..5]->(g:KinthreadPerson) | g.id], groups IN
         [(near)<-[:ABOUT]-(c:PersonClaim) WHERE c.standing = 'retracted' AND c.member_of IS NOT NULL | c.member_of] |
         once + groups) AS groups,
       [(near)-[:TOOK_PART]->(:KinthreadEvent)<-[:TOOK_PART]-(other:KinthreadPerson)
         WHERE NOT other:Organisation | other.id]
         + [(near)-[:TOOK_PART]->(:KinthreadEvent)<-[:SUPPORTS]-(:KinthreadClaim)-[:RELAYED_BY]->(other:KinthreadPerson) | other.id]
         + [(near)<-[:RELAYED_BY]-(:KinthreadClaim)-[:SUPPORTS]->(:KinthreadEvent)<-[:TOOK_PART]-(other:KinthreadPerson)
           WHERE NOT other:Organisation | other.id] AS beside,
       [(near)-[:TOOK_PART]->(:KinthreadEvent {shares_home: true})<-[:TOOK_PART]-(other:KinthreadPerson)
         | other.id] AS housed
RETURN collect([id, ties, groups, beside, housed]) AS people;
