// Hold one of the places in which batches are written, until this transaction ends: whoever takes
// over from a process that died waits until the last of its batches is in, or gone.
// param   turn  string  the name of the place; nothing of it is kept
// returns nothing
MERGE (r:KinthreadRun {id: $turn})
DELETE r;
