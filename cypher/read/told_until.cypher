// Until which day do the sources speak?
// returns day  date  null where no source says when it was told
MATCH (s:KinthreadSource)
RETURN max(s.said_on_latest) AS day;
