// The sources of some claims, the places that they name, and whoever is only named in them.
// param   sources   list    Source.id
// param   places    list    Place.id
// param   people    list    Person.id
// param   datasets  list    Dataset.id
// returns things    list  of [labels, facts]
MATCH (s:KinthreadSource) WHERE s.id IN $sources
MATCH (s)-[:PART_OF*0..]->(whole:KinthreadSource)
WITH DISTINCT whole
RETURN collect([labels(whole), properties(whole)]) AS things
UNION ALL
MATCH (p:KinthreadPlace) WHERE p.id IN $places
MATCH (p)-[:PART_OF*0..]->(whole:KinthreadPlace)
WITH DISTINCT whole
RETURN collect([labels(whole), properties(whole)]) AS things
UNION ALL
MATCH (p:KinthreadPerson) WHERE p.id IN $people
MATCH (p)<-[:ABOUT]-(:PersonClaim)-[:FROM*0..1]->()-[:PART_OF*0..]->(found)
WITH DISTINCT found
RETURN collect([labels(found), properties(found)]) AS things
UNION ALL
MATCH (s:KinthreadSource) WHERE s.id IN $sources
MATCH (s)-[:INFORMANT]->(:KinthreadPerson)<-[:ABOUT]-(:PersonClaim)-[:FROM*0..1]->()-[:PART_OF*0..]->(found)
WITH DISTINCT found
RETURN collect([labels(found), properties(found)]) AS things
UNION ALL
MATCH (d:KinthreadDataset) WHERE d.id IN $datasets
MATCH (country:KinthreadPlace {id: d.country_of_risk})
RETURN collect([labels(country), properties(country)]) AS things
UNION ALL
MATCH (d:KinthreadDataset) WHERE d.id IN $datasets
RETURN collect([labels(d), properties(d)]) AS things;
