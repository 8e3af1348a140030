"""The only room that opens the register, makes sessions and asks it questions.

Reads go through the driver (`connection`, `reads`, `filters`) and cost no import of the models;
writes go through `database` and one module a record, with the `Session` of `session`.
"""
