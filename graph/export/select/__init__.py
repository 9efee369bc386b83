"""Whom an export is about."""
