"""The pages of one child: one day, and over time."""
