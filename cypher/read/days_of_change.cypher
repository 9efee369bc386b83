// On which days does the answer for any child change?
// returns day  date
MATCH ()-[s:STANDS]->(:KinthreadPerson)
WHERE s.from IS NOT NULL
RETURN DISTINCT s.from AS day ORDER BY day;
