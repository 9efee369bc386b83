// Which children on the board turn 18 within some months?
// group left
// says {child_id} {turns} turns 18 within these months[: {earliest}]. Days until it is certain: {days}.
// param   as_of        date = told      the day from which the months count
// param   months       integer = 12     months
// returns child_id     string   Person.id
// returns child        string
// returns earliest     date     the first day on which they may be 18; null: they may be already
// returns latest       date     the first day on which they certainly are: "adult since" on the board
// returns turns        string   certainly within the months, or possibly
// returns days         integer  until they certainly are
// returns claims       list     Claim.id of who they are
// unknown  Children of unknown age: they stay on the board as sought.
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WHERE any(i IN range(0, size(k.listed_from) - 1)
          WHERE k.listed_from[i] <= $as_of AND $as_of <= k.listed_until[i])
  AND c.born_latest IS NOT NULL
WITH c, [born IN [coalesce(c.born_earliest, c.born_latest), c.born_latest] |
         CASE WHEN born.month = 2 AND born.day = 29 THEN date({year: born.year + 18, month: 3, day: 1})
              ELSE born + duration({years: 18}) END] AS grown
WITH c, CASE WHEN c.born_earliest IS NULL THEN null ELSE grown[0] END AS earliest, grown[1] AS latest,
     $as_of + duration({months: $months}) AS end
WHERE latest > $as_of AND (earliest IS NULL OR earliest <= end)
WITH c, earliest, latest, end,
     COLLECT {
       MATCH (claim:PersonClaim:KinthreadClaim)-[:ABOUT]->(c) WHERE claim.standing = 'active' AND claim.born_latest IS NOT NULL
       RETURN claim.id AS id ORDER BY id
     } AS claims
RETURN c.id AS child_id, c.name AS child, earliest, latest,
       CASE WHEN earliest > $as_of AND latest <= end THEN 'certainly' ELSE 'possibly' END AS turns,
       duration.inDays($as_of, latest).days AS days, claims
ORDER BY latest, child_id;
