// End these transactions, which the console began.
// param   ids  list    as the server names them
// returns id   string
TERMINATE TRANSACTIONS $ids YIELD transactionId
RETURN transactionId AS id;
