// Of whom is there a calendar?
// returns id  string  Person.id
MATCH (k:KinthreadCalendar)
RETURN k.id AS id;
