"""Reads for the views: one statement a question, from the register's views to plain facts.

Nothing here imports sqlmodel, sqlalchemy or pydantic.
"""
