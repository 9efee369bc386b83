// Which of these texts are words of a claim, or a title of a source, for internal use only?
// param   texts  list    as they are stored
// returns text   string
MATCH (s:KinthreadSource {consent: 'internal'})<-[:FROM]-(c:KinthreadClaim)
UNWIND [c.words, c.note, c.reason, c.reading] AS text
WITH DISTINCT text WHERE text IN $texts
RETURN text
UNION
MATCH (s:KinthreadSource {consent: 'internal'}) WHERE s.title IN $texts
RETURN s.title AS text;
