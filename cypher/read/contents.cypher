// How much of everything is stored that our runs made? Each count is one that the server keeps.
// returns label  string
// returns total  integer
MATCH (n:KinthreadPerson) RETURN 'Person' AS label, count(n) AS total
UNION ALL
MATCH (n:KinthreadPlace) RETURN 'Place' AS label, count(n) AS total
UNION ALL
MATCH (n:KinthreadEvent) RETURN 'Event' AS label, count(n) AS total
UNION ALL
MATCH (n:KinthreadClaim) RETURN 'Claim' AS label, count(n) AS total
UNION ALL
MATCH (n:KinthreadSource) RETURN 'Source' AS label, count(n) AS total
UNION ALL
MATCH (n:KinthreadDataset) RETURN 'Dataset' AS label, count(n) AS total
UNION ALL
MATCH (n:KinthreadRun) RETURN 'IngestRun' AS label, count(n) AS total
UNION ALL
MATCH (n:KinthreadCalendar) RETURN 'Calendar' AS label, count(n) AS total
UNION ALL
MATCH (n:KinthreadCourse) RETURN 'Course' AS label, count(n) AS total;
