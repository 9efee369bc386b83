// Take away the mark that the store is being emptied: it is empty.
// returns nothing
MATCH (r:KinthreadRun {state: 'clearing'})
DELETE r;
