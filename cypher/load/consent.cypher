// Say how far a source may go from now on. What is loaded of it later does not raise it.
// param   id       string  Source.id
// param   consent  string  internal, partners or public
// returns id       string  Source.id; no row where there is no such source
MATCH (s:KinthreadSource {id: $id})
SET s.consent_limit = $consent, s.consent = $consent
RETURN s.id AS id;
