// Who holds, or waits for, the right to write?
// returns run  string  IngestRun.id, or what else is being done
SHOW TRANSACTIONS YIELD metaData
WHERE metaData.kinthread_writes IS NOT NULL
RETURN metaData.kinthread_writes AS run;
