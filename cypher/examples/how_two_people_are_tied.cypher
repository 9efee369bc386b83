// By which shortest way are two people tied?
// returns way  path
MATCH (one:Person {id: 'amina'}), (other:Person {id: 'turghun'})
MATCH way = shortestPath((one)-[:PARENT_OF|SPOUSE_OF|SIBLING_OF|KIN_OF*..6]-(other))
RETURN way;
