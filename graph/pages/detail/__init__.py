"""The pages of one person, event, place and source."""
