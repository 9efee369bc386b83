// Which labels, relationship types and properties are known in the database?
// returns kind  string  label, relationship type or property
// returns name  string
CALL db.labels() YIELD label RETURN 'label' AS kind, label AS name
UNION ALL
CALL db.relationshipTypes() YIELD relationshipType RETURN 'relationship type' AS kind, relationshipType AS name
UNION ALL
CALL db.propertyKeys() YIELD propertyKey RETURN 'property' AS kind, propertyKey AS name;
