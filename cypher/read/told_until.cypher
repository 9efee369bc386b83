// Until which day do the sources speak that a claim comes from?
// A source was told on its `said_on`, else that of the one that contains it and so on, else on
// its `date` and so on: as `graph/facts/source_dates.py` says. A path turns in a ring but once.
// returns day  date  null where no source says when it was told
MATCH (s:KinthreadSource) WHERE EXISTS { (s)<-[:FROM]-(:KinthreadClaim) }
MATCH path = (s)-[:PART_OF*0..]->(whole:KinthreadSource)
WITH s, whole ORDER BY length(path)
WITH s, collect(whole.said_on_latest) AS said, collect(whole.date_latest) AS dated
RETURN max(coalesce(head(said), head(dated))) AS day;
