// Which children may be on the board of a day, and how do people stand towards each, in lines by days?
// All in one row: as many rows as children would take longer to fetch than to find.
// param   day               date
// returns children          list  Person.id of those who are on the board from some day on
// returns names             list  in the same order
// returns datasets          list
// returns nothing_recorded  list  people within reach of whom nothing is recorded: unknown
// returns tallies           list  lines, as graph/store/kept_tallies.py writes them
// returns stopped           list  Person.id of everybody whose request not to be contacted stands on the day
WITH COLLECT {
  MATCH (p:KinthreadPerson) WHERE p.do_not_contact = true RETURN p.id AS id
  UNION
  MATCH (p:KinthreadPerson) WHERE p.do_not_contact_until > $day RETURN p.id AS id
} AS stopped
OPTIONAL MATCH (k:KinthreadCalendar) WHERE k.board_from <= $day
RETURN collect(k.id) AS children, collect(k.name) AS names, collect(k.dataset) AS datasets,
       collect(k.nothing_recorded) AS nothing_recorded, collect(k.tallies) AS tallies, stopped;
