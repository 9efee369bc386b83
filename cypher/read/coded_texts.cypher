// Which words are read as code, and what are they taken to mean?
// returns words    string
// returns reading  string
MATCH (r:Interpretation:KinthreadClaim)
RETURN r.words AS words, r.reading AS reading;
