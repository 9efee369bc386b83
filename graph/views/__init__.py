"""The views: what a page shows of one person, event, place or family. Pure, and no decision."""
