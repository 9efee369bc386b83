"""Words of the pages of questions and of free Cypher."""

from graph.desk.watched_questions import NewRows
from graph.words.wording import counted

TITLE = "Questions across families"
INTRO = (
    "Each of these is answered with its claims, and says what it does not tell. People, events "
    "and places in the rows lead to their pages."
)
WANTED = "What do you want to know?"
CHOOSE = "Question"
MINE = "Your own questions"
OWN = "(your own)"
ASK = "Ask"
EXPLORE = "Open in Explore"
UNKNOWN = "What this does not tell"
RECORDED = "What is recorded"
NOTHING = "No record answers this question."
NO_ROWS = "No rows. That is no finding: the query names what is not in the store."
ANY = "any"
NAME_IT = "A name or an id"
NOBODY_FOUND = "Nobody of this name is recorded."
NO_QUESTION = "The link names a question that is not there; the page shows another one."
BROKEN = "These files of yours are no questions, and why:"
RAN = "Through the guard, as on the page Cypher."

CYPHER = "Cypher"
CYPHER_INTRO = (
    "A query of your own. It can read the graph and nothing else: what would write, load, or "
    "show the server's settings is refused, with the reason. Parameters begin with $."
)
TEXT = "Query (Ctrl+Enter runs it)"
PARAMS = "Parameters, one a line"
A_PARAMETER = "as_of=2018-05-15"
SECONDS = "Time limit in seconds"
RUN = "Run"
PLAN = "Show the plan (EXPLAIN)"
CANCEL = "Cancel"
BEFORE_IT = "The query before was cancelled."
ENDING = "The query before is being ended. This one runs as soon as the server is rid of it."
AT_HAND = "Labels, relationships and properties"
EXAMPLES = "Examples"
HISTORY = "History of this session"
NO_HISTORY = "Nothing was run yet."
USE = "Use"
SAVE = "Keep this query as a question of your own"
SAVE_NAME = "Name: small letters, digits and _"
SAVE_ASKS = "What it answers, in a sentence"
SAVED = "Kept. It is on the page Questions, beside the library."
DELETE = "Delete this question of yours"

REFUSED = "Refused: the query was not run."
STOPPED = "Stopped: nothing of the answer is shown."
WRONG = "The query cannot be read."
FAILED = "The query could not be run."
NO_ANSWER = "The query ended without an answer."

ROWS_SHOWN = "The first {shown} of {total} rows are shown; the files hold all of them."
BEFORE = "Before you pass this on"
READ_IT = "I have read this, and know who may read the file"
FOR_US = (
    "These files are TLP:RED: for those who hold the testimonies, and for nobody else. The "
    "ledger keeps each one. For others there is the page Export."
)
DRAW = "Draw people, events and places as a network"
TOO_MANY = "{count} people, events and places are too many to draw; at most {most} are."
OPEN = "Open"
HAND_OVER = "Hand over in another format …"
OWN_QUERY, OWN_SCENE = "A query of your own", "A scene of Explore"
NOBODY_TO_HAND = "No person came back: there is nobody to hand over in another format."


DOUBTS = "Doubts and gaps"
DOUBTS_INTRO = (
    "Claims that can hardly be so, and facts that are missing. A doubt changes no answer: "
    "please look at the claims, and correct the one that is wrong."
)


ANSWER_ONE = "Answer one of them"
CHOOSE_ONE = "Choose a row"
CLAIMS_BEHIND = "Its claims: correct, deny or take back"
OR_ADD = "Or write down what is missing"
WHY_LOOKED = "Or why nothing has to be changed"
LOOKED = "I have looked at it"
SAY_WHY = "Say why: it is kept as a note, with your name and the day."
WATCHED = "Watched questions"
WATCHED_COLUMNS = ("Question", "Since somebody looked")
WATCH = "Watch this question"
WATCH_HELP = (
    "The first page then says when the answer has new rows. Of the rows only hashes are kept."
)
SEEN = "I have seen them"
UNWATCH = "Watch it no longer"
QUESTION_GONE = "There is no question of this name any more."


def label_of(name: str) -> str:
    """Return a question's name as it is shown: "Nobody left"."""
    return name.replace("_", " ").capitalize()


def new_in(news: NewRows, seen: str) -> str:
    """Say how many rows of an answer are new, and how many are gone."""
    parts = [counted(len(news.new), "new row")] * bool(news.new)
    parts += [f"{counted(news.gone, 'row')} no longer there"] * bool(news.gone)
    return f"{', '.join(parts) or 'No new row'} since {seen[:10]}."


def looked_at(many: int) -> str:
    """Say how many were looked at, and are left out."""
    return f"{counted(many, 'row')} that somebody has looked at"


def of_a_kind(kind: str, many: int) -> str:
    """Return how many there are of a kind: "3: an event after death"."""
    return f"{many:,}: {kind}"
