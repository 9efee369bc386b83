// No two calendars of ours belong to the same child.
// returns nothing
CREATE CONSTRAINT kinthread_calendars IF NOT EXISTS
FOR (n:KinthreadCalendar) REQUIRE n.id IS UNIQUE;
