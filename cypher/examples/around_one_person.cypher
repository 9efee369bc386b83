// What is recorded one step around one person? Comes back as a network.
// returns p  node
// returns r  relationship
// returns other  node
MATCH (p:Person)-[r:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|CARES_FOR|LIVES_WITH|KNOWS]-(other:Person)
WHERE p.name CONTAINS 'Amina'
RETURN p, r, other
LIMIT 50;
