// Which transactions of this mark still run? The console marks each of its own.
// param   mark  string
// returns id    string  as the server names it
SHOW TRANSACTIONS YIELD transactionId, metaData
WHERE metaData.kinthread = $mark
RETURN transactionId AS id;
