"""Briefings: what is handed over, to whom, with what left out, and the record of it.

The way of the data: a selection is gathered, an audience's allow-list builds a new graph from
it (`handed.py` is its shape), the graph is checked, written as a file, the file is read back
and searched, and only then does it leave, with a line in the ledger.
"""
