// Which children are on the board of a day, and how many people stand how towards each?
// param   day               date     the day asked about
// returns child             string   Person.id
// returns name              string
// returns dataset           string
// returns separated         string   yes, no or possibly
// returns adult             boolean  18 by that day
// returns nothing_recorded  integer  people within reach of whom nothing is recorded: unknown
// returns counts            list     of [left, whether it is a group, how many]
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
UNWIND [i IN range(0, size(k.listed_from) - 1)
        WHERE k.listed_from[i] <= $day AND $day <= k.listed_until[i]] AS i
CALL (c) {
  MATCH (c)<-[s:STANDS]-()
  WHERE (s.from IS NULL OR s.from <= $day) AND (s.until IS NULL OR $day <= s.until)
  WITH s.left AS left, s.group AS group, count(*) AS many
  RETURN collect([left, group, many]) AS counts
}
RETURN c.id AS child, c.name AS name, c.dataset AS dataset, k.listed_separated[i] AS separated,
       k.listed_adult[i] AS adult, k.nothing_recorded AS nothing_recorded, counts AS counts
ORDER BY child;
