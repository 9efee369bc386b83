"""What a page shows of one person, event, place or family: arranged, not decided. Pure."""
