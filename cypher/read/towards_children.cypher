// How does everybody stand on a day towards the children who are on the board of that day?
// param   day       date     the day asked about
// returns person    string   Person.id
// returns name      string
// returns group     boolean
// returns left      string   yes, possibly, unknown, no, abroad
// returns status    string
// returns earliest  date     of what decides it; null: open, or nothing decides
// returns latest    date
// returns deciding  string   Event.id; null: nothing decides
// returns event     string   its type
// returns children  list     Person.id of those towards whom it is so
// returns claims    list     Claim.id of what it is based on
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE any(i IN range(0, size(k.listed_from) - 1) WHERE k.listed_from[i] <= $day AND $day <= k.listed_until[i])
MATCH (c)<-[:TOWARDS]-(:KinthreadCourse)<-[s:HAS_ANSWER]-(p:KinthreadPerson)
WHERE (s.from IS NULL OR s.from <= $day) AND (s.until IS NULL OR $day <= s.until)
WITH p, s, c ORDER BY c.id
WITH p, s.group AS group, s.left AS left, s.status AS status, s.since_earliest AS earliest, s.since_latest AS latest,
     s.deciding AS deciding, collect(c.id) AS children, collect(s.claims) AS every
OPTIONAL MATCH (e:KinthreadEvent {id: deciding})
RETURN p.id AS person, p.name AS name, group, left, status, earliest, latest, deciding, e.type AS event, children,
       reduce(found = [], claims IN every | found + [one IN claims WHERE NOT one IN found]) AS claims
ORDER BY person, left, status, deciding;
