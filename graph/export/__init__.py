"""Exports: a part of the records, made for one audience, and a record of what left.

A request selects and gathers records. The rules of an audience build a new graph from them
(`package.py` is its shape). The package is checked and written as a file. The file is read back
and searched. Only then does it leave, with a line in the ledger.
"""
