// Wait until every index is ready: a new one is built beside the work.
// param   seconds  integer
// returns nothing
CALL db.awaitIndexes($seconds);
