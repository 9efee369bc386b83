// How many calendars are of another version of the rule, or of an older form?
// param   rule  string   the version of the rule
// returns many  integer
MATCH (k:KinthreadCalendar) WHERE k.rule <> $rule OR k.tallies IS NULL
RETURN count(k) AS many;
