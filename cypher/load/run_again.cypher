// Of the runs that were broken off, those of the same files, or of the same tables of the same data sets, are whole now.
// param   hashes    list  sha256 of the files that were just loaded to their end
// param   files     list  their names
// param   datasets  list  Dataset.id of what they hold
// returns nothing
MATCH (r:KinthreadRun {state: 'broken off'})
WHERE all(hash IN coalesce(r.hashes, []) WHERE hash IN $hashes)
   OR (size(coalesce(r.datasets, [])) > 0
       AND all(file IN r.files WHERE file IN $files)
       AND all(dataset IN r.datasets WHERE dataset IN $datasets))
SET r.state = 'run again';
