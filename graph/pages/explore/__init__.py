"""The page Explore: any people, events and places as a network."""
