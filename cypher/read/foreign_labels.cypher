// Which labels do the nodes have that are not ours?
// returns label  string
MATCH (n)
WHERE NOT n:KinthreadPerson AND NOT n:KinthreadPlace AND NOT n:KinthreadEvent AND NOT n:KinthreadClaim
  AND NOT n:KinthreadSource AND NOT n:KinthreadDataset AND NOT n:KinthreadRun AND NOT n:KinthreadCalendar
WITH n LIMIT 1000
UNWIND CASE labels(n) WHEN [] THEN ['(no label)'] ELSE labels(n) END AS label
RETURN DISTINCT label ORDER BY label;
