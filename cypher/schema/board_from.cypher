// Find the children who are on the board by a day without looking at the others, who are many.
// returns nothing
CREATE INDEX kinthread_board_from IF NOT EXISTS
FOR (n:KinthreadCalendar) ON (n.board_from);
