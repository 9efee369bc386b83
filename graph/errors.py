"""Errors with a sentence that a person may see.

GraphError
├── InvalidRecord       a row that cannot be the record that it claims to be
│   └── InvalidDate     a time that cannot be read
├── InvalidQuery        a .cypher file whose header and body disagree
├── UnknownName         a question that is not in the library (graph/questions/library.py)
├── InvalidParameter    a value that a question cannot take (graph/questions/library.py)
├── UnknownPerson       an id that no source mentions
├── UnknownClaim        a claim's name that no source mentions
├── ClaimReplaced       a retracted claim, in whose place another one counts
├── NotKept             rows written in the app that cannot be taken as they are
├── UnknownSource       a source's id that is not stored
├── NotAChild           a person for whom the question "who is left" is not asked
├── BadEnvironment      a variable of the environment that cannot be read
├── StoreUnavailable    Neo4j did not answer
├── StoreRefused        Neo4j answered, and would not (a wrong password, a shared store)
├── KinshipError        ties that cannot be of one family (somebody their own ancestor)
└── ServerError         the managed Neo4j (graph/server/server_errors.py has its own tree)
"""


class GraphError(Exception):
    """What went wrong, as a sentence that says what to do."""


class InvalidRecord(GraphError):
    """A row cannot be read as the record that it claims to be."""

    def __init__(self, column: str, value: str, problem: str) -> None:
        """Keep the column, its text and what is wrong with it."""
        super().__init__(f"{column}: {shortened(value)!r} {problem}")
        self.column = column
        self.value = value
        self.problem = problem


class InvalidDate(InvalidRecord):
    """A time cannot be read."""

    def __init__(self, value: str, problem: str, column: str = "when") -> None:
        """Keep what was written and what is wrong with it."""
        super().__init__(column, value, problem)


class InvalidQuery(GraphError):
    """A query file's header and body disagree."""


class UnknownPerson(GraphError):
    """Nobody of this id is recorded."""


class NothingToLift(GraphError):
    """The person has no request not to be contacted in force."""


class UnknownClaim(GraphError):
    """No claim of this name is recorded."""


class ClaimReplaced(GraphError):
    """Another claim counts in the place of a retracted one."""


class NotKept(GraphError):
    """Rows that somebody wrote cannot be taken, so nothing of them is kept."""


class UnknownSource(GraphError):
    """No source of this id is recorded."""


class NotAChild(GraphError):
    """The person is not a child about whom the question can be asked."""


class BadEnvironment(GraphError):
    """A variable of the environment cannot be what it has to be."""


class StoreUnavailable(GraphError):
    """Neo4j did not answer."""


class StoreRefused(GraphError):
    """Neo4j answered, and would not do it."""


class KinshipError(GraphError):
    """The ties cannot be those of one family."""


class ServerError(GraphError):
    """The managed Neo4j could not be started, stopped or found."""


def shortened(value: str, limit: int = 80) -> str:
    """Return the beginning of what may be a very long cell."""
    return value if len(value) <= limit else f"{value[:limit]}... ({len(value):,} characters)"
