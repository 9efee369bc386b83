// Let a reading of coded words be by the record that names the reader.
// param   names  map  Person.id: the Person.id that names the person
// returns nothing
MATCH (reading:Interpretation:KinthreadClaim)
WHERE $names[reading.by] IS NOT NULL
SET reading.by = $names[reading.by];
