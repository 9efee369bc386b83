// Which types do relationships have, what do they lead from and to, and which properties?
// returns name        string
// returns begins      string  label of what it leads from
// returns leads       string  label of what it leads to
// returns properties  list    sorted
OPTIONAL MATCH ()-[r:PARENT_OF]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'PARENT_OF' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:SPOUSE_OF]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'SPOUSE_OF' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:SIBLING_OF]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'SIBLING_OF' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:KIN_OF]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'KIN_OF' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:CARES_FOR]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'CARES_FOR' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:LIVES_WITH]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'LIVES_WITH' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:SAME_AS]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'SAME_AS' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:NOT_SAME_AS]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'NOT_SAME_AS' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:KNOWS]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'KNOWS' AS name, 'Person' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:MEMBER_OF]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'MEMBER_OF' AS name, 'Person' AS begins, 'Group' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:TOOK_PART]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'TOOK_PART' AS name, 'Person' AS begins, 'Event' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:AT]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'AT' AS name, 'Event' AS begins, 'Place' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:AFTER]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'AFTER' AS name, 'Event' AS begins, 'Event' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:AT_TIME_OF]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'AT_TIME_OF' AS name, 'Event' AS begins, 'Event' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:ENDS]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'ENDS' AS name, 'Event' AS begins, 'Event' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:PART_OF]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'PART_OF' AS name, 'Place or Source' AS begins, 'Place or Source' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:SUPPORTS]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'SUPPORTS' AS name, 'Claim' AS begins, 'Event' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:DISPUTES]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'DISPUTES' AS name, 'Claim' AS begins, 'Event' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:ABOUT]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'ABOUT' AS name, 'Claim' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:FROM]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'FROM' AS name, 'Claim' AS begins, 'Source' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:RELAYED_BY]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'RELAYED_BY' AS name, 'Claim' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:INFORMANT]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'INFORMANT' AS name, 'Source' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:READS]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'READS' AS name, 'Interpretation' AS begins, 'Event or Claim' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:BACKS]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'BACKS' AS name, 'Interpretation' AS begins, 'Event' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:HAS_ANSWER]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'HAS_ANSWER' AS name, 'Person' AS begins, 'Course' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:TOWARDS]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'TOWARDS' AS name, 'Course' AS begins, 'Person' AS leads, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH ()-[r:HAS_CALENDAR]->() WITH r LIMIT 300 UNWIND coalesce(keys(r), []) + [null] AS key WITH key ORDER BY key
RETURN 'HAS_CALENDAR' AS name, 'Person' AS begins, 'Calendar' AS leads, collect(DISTINCT key) AS properties;
