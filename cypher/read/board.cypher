// Which children are on the board of a day, and how many people stand how towards each?
// param   day               date     the day asked about
// returns child             string   Person.id
// returns name              string
// returns dataset           string
// returns separated         string   yes, no or possibly
// returns way               string   left behind, parent inside or elsewhere
// returns adult             boolean  18 by that day
// returns do_not_contact    boolean  the child itself asked not to be contacted, and that stands on the day
// returns nothing_recorded  integer  people within reach of whom nothing is recorded: unknown
// returns people            list     how many: yes, possibly, unknown, no, abroad
// returns groups            list     the same of groups
MATCH (c:KinthreadPerson)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WITH c, k, size([from IN k.tally_from WHERE from <= $day]) - 1 AS i // the last one that had begun
WHERE i >= 0 AND $day <= k.tally_until[i]
RETURN c.id AS child, c.name AS name, c.dataset AS dataset, k.tally_separated[i] AS separated, k.tally_way[i] AS way,
       k.tally_adult[i] AS adult, coalesce(c.do_not_contact, false) OR coalesce(c.do_not_contact_until > $day, false) AS do_not_contact,
       k.nothing_recorded AS nothing_recorded,
       [k.tally_yes[i], k.tally_possibly[i], k.tally_unknown[i], k.tally_no[i], k.tally_abroad[i]] AS people,
       [k.tally_groups_yes[i], k.tally_groups_possibly[i], k.tally_groups_unknown[i], k.tally_groups_no[i], k.tally_groups_abroad[i]] AS groups
ORDER BY child;
