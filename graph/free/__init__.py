"""Free Cypher at work: one query in a process of its own, which can be ended at any moment.

The driver takes in a row as a whole, however large, and a query that runs in this process could
not be left. So a worker asks and sends plain rows back, within limits of its own, and whoever
supervises it stops it when its time is over or somebody cancels.
"""
