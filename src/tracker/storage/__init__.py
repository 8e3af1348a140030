"""The only room that opens the register, makes sessions and asks it questions.

Reads go through the driver (`connection`, `reads`, `filters`) and cost no import of the models;
writes go through `database` and one module a record. `Session` is what services are typed with.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlmodel import Session as Session
