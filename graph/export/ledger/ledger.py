"""The record of what left: append-only lines, each sealed with the hash of the one before.

Claims, sources and people are keyed hashes in it. With an id one finds the exports that carried
it. The file alone names nobody, also after somebody was purged from the store.

The chain shows what was edited or deleted in between. A cut at the end shows only by a head
that is kept apart: in another folder, and on paper. Each line has the mark of the key of the
hashes. Without that key nothing is found in a line, and the program says so.
"""

import hmac
import json
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from platformdirs import user_state_path

from graph.errors import GraphError
from graph.export.ledger.sealed_lines import (
    FIRST,
    Fields,
    alone,
    append,
    chain_faults,
    cut_half_a_line,
    last_line,
    lines,
    sealed,
    signed,
    write_line,
)

EXPORT, ABANDONED, CONSENT = "export", "abandoned", "consent"
HEAD_FOLDER = "GRAPH_LEDGER_HEAD"
"""The variable that names the folder in which the head is kept, apart from the ledger."""
_CARRIED = ("claims", "sources", "things")
_UNSAID = {
    **dict.fromkeys(("export_id", "format", "audience", "how", "children", "recipient"), ""),
    "keys": [],
    "by": "",
    "forced": False,
    "reason": "",
}
"""The content of a damaged line: it is shown anyway."""


class LedgerBroken(GraphError):
    """The ledger is not as it was written; nothing is added to it until somebody has looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of the ledger: how many lines, and the hash of the last one."""

    lines: int
    hash: str

    def __str__(self) -> str:
        """Return what is printed to be kept on paper."""
        return f"{self.lines}:{self.hash[:16]}"


NO_HEAD = Head(lines=0, hash=FIRST)
"""Of a ledger without a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One line of the ledger."""

    number: int
    at: str
    kind: str
    """ "export", "abandoned" or "consent"."""
    fields: Fields


class Ledger:
    """The ledger of a program's folder."""

    def __init__(self, home: Path) -> None:
        """Name the folder of the program."""
        apart = os.environ.get(HEAD_FOLDER)
        self.path = home / "exports.jsonl"
        self._key_path = home / "exports.key"
        name = sha256(str(self.path.resolve()).encode()).hexdigest()[:16]
        heads = Path(apart) if apart else user_state_path("kinthread")
        self._head_path = heads / f"ledger-head-{name}.json"
        self._read_key: bytes | None = None
        self._sound = False

    def token(self, id_: str) -> str:
        """Return the keyed hash of an id."""
        return hmac.digest(self._key(), id_.encode(), "sha256").hex()[:20]

    def tokens(self, ids: Iterable[str]) -> list[str]:
        """Return the keyed hashes of some ids, in an order that says nothing."""
        return sorted(self.token(id_) for id_ in set(ids))

    def append(self, kind: str, fields: Fields) -> Head:
        """Add a line and see it on the disk.

        Raises:
            LedgerBroken: the end of the ledger is not as it was written.
            OSError: the disk would not take it.
        """
        mark = self._mark()
        with alone(self.path):
            cut_half_a_line(self.path)
            last = self._sound_end()
            line = {
                "n": 1 if last is None else last.lines + 1,
                "prev": FIRST if last is None else last.hash,
                "at": datetime.now(tz=UTC).isoformat(timespec="seconds"),
                "kind": kind,
                "key_mark": mark,
                **fields,
            }
            line = sealed(signed(line, self._key()))
            append(self.path, line)
            head = Head(lines=line["n"], hash=line["hash"])
            self._keep(head)
            return head

    def _sound_end(self) -> Head | None:
        """Return the end of the ledger, which the head that is kept apart must know."""
        try:
            last = last_line(self.path)
            sound = last is None or (
                sealed(last)["hash"] == last["hash"] and self._signed_by_us(last)
            )
        except (ValueError, KeyError, TypeError):
            raise LedgerBroken(self._broken("its last line cannot be read")) from None
        kept = self._kept()
        if kept is None or (kept.lines == 0 and last is not None and last["n"] > 1):
            raise LedgerBroken(self._broken(self._no_head()))
        if last is None:
            known = kept.lines == 0
        elif "mac" not in last and kept.lines != last["n"]:
            known = False  # the program signs what it writes: so does a killed one
        else:
            # Of the one before: whoever wrote the last line was killed before keeping the head.
            now = Head(lines=last["n"], hash=last["hash"])
            known = sound and kept in (now, Head(lines=now.lines - 1, hash=last["prev"]))
        if not known:
            raise LedgerBroken(self._broken("lines were changed, added or cut off"))
        return None if last is None else Head(lines=last["n"], hash=last["hash"])

    def _no_head(self) -> str:
        return (
            f"the head that is kept apart, {self._head_path}, is missing or cannot be read "
            "(a GRAPH_HOME that was copied or moved leaves it behind; `python -m graph ledger "
            "verify --head` with the last head on paper puts it back)"
        )

    def check(self) -> None:
        """See once that it is as it was written, before anything rests on what it says.

        Raises:
            LedgerBroken: it is not; the sentence says what was found.
        """
        if not self._sound:
            found = self.faults()
            if found:
                raise LedgerBroken(self._broken(found[0].removesuffix(".")))
            self._sound = True

    def put_back(self, noted: str) -> bool:
        """Write a missing head again, where the end matches the head on paper."""
        kept = self._kept()
        if (kept is not None and kept.lines > 0) or self._own_faults():
            return False
        now = self.head()
        if now is None or noted != str(now):
            return False
        self._keep(now)
        return True

    def _broken(self, what: str) -> str:
        return (
            f"Nothing was exported: the ledger {self.path} is not as it was written: {what}. "
            "Look with `python -m graph ledger verify`."
        )

    def entries(self) -> list[LedgerEntry]:
        """Return every readable line, the first one first; `faults` lists the others."""
        return [entry for line in lines(self.path) if (entry := _entry(line)) is not None]

    def carrying(self, id_: str) -> list[LedgerEntry]:
        """Return the exports that carried a claim, a source, or anything about somebody."""
        wanted = self.token(id_)
        return [
            entry
            for entry in self.entries()
            if entry.kind == EXPORT
            and any(wanted in entry.fields.get(name, ()) for name in _CARRIED)
        ]

    def head(self) -> Head | None:
        """Return the end of the ledger as it is now; None where it has no line."""
        last = last_line(self.path)
        return None if last is None else Head(lines=last["n"], hash=last["hash"])

    def faults(self, noted: str = "") -> list[str]:
        """Say what is not as it was written; nothing where all is.

        Args:
            noted: a head that somebody kept on paper, "12:3f9a...".
        """
        found = self._own_faults()
        if found:
            return found
        hashes = [json.loads(line)["hash"] for line in lines(self.path)]
        found = list(self._head_faults(hashes))
        number, _, mark = noted.partition(":")
        if noted and not (
            number.isdigit()
            and mark
            and 0 < int(number) <= len(hashes)
            and hashes[int(number) - 1].startswith(mark)
        ):
            found.append(f"No line has the head {noted}: lines were cut off or changed.")
        return found

    def beyond(self) -> str:
        """Say that the last line is one beyond the head that is kept apart; else ""."""
        kept, now = self._kept(), self.head()
        if kept is None or now is None or now.lines != kept.lines + 1:
            return ""
        return (
            "The last line is one beyond the head that is kept apart: the program ended before "
            "it kept that, or somebody who has the key wrote the line."
        )

    def _own_faults(self) -> list[str]:
        """Say what of the lines, and of their key, is not as it was written."""
        texts = lines(self.path)
        found = list(chain_faults(texts))
        if texts and not found:
            try:
                mark = self._mark()
            except LedgerBroken as error:
                return [str(error)]
            every = [json.loads(line) for line in texts]
            others = (line.get("key_mark", mark) != mark for line in every)
            found = [self._other_key()] if any(others) else list(self._unsigned(every))
        return found

    def _unsigned(self, every: Iterable[Fields]) -> Iterator[str]:
        """Say which line was written without the key; before the first signed one, none was."""
        kept, signing = self._kept(), False
        for line in every:
            signing = signing or "mac" in line
            beyond = kept is not None and line["n"] > kept.lines
            if not self._signed_by_us(line) or ("mac" not in line and (signing or beyond)):
                yield f"Line {line['n']} was written by somebody without the key."
                return

    def _signed_by_us(self, line: Fields) -> bool:
        """Return whether a line has the signature of the key, or none: old lines have none."""
        return "mac" not in line or signed(line, self._key())["mac"] == line["mac"]

    def _key(self) -> bytes:
        """Return the key of the hashes, made when it is first needed.

        Raises:
            LedgerBroken: there are lines, and the key is not the one of them.
        """
        if self._read_key is None:
            self._key_path.parent.mkdir(parents=True, exist_ok=True)
            with alone(self.path):
                if not self._key_path.exists():
                    if lines(self.path):
                        raise LedgerBroken(self._other_key())
                    write_line(self._key_path, secrets.token_hex(32), new=True)
                self._read_key = self._sound_key()
        return self._read_key

    def _sound_key(self) -> bytes:
        try:
            key = bytes.fromhex(self._key_path.read_text(encoding="ascii").strip())
        except ValueError:
            raise LedgerBroken(self._other_key()) from None
        if not key or self._last_mark() not in ("", _mark_of(key)):
            raise LedgerBroken(self._other_key())
        return key

    def _last_mark(self) -> str:
        """Return the mark in the last line that can be read; "" where none has one."""
        try:
            last = last_line(self.path) or {}
        except (ValueError, TypeError):  # somebody wrote there by hand
            last = next((dict(one.fields) for one in reversed(self.entries())), {})
        return str(last.get("key_mark", ""))

    def _mark(self) -> str:
        """Return the mark of the key for every line; it does not give the key away."""
        return _mark_of(self._key())

    def _other_key(self) -> str:
        return (
            f"The ledger {self.path} has lines, and {self._key_path} is missing or is not the "
            "key that they were written with: nobody can be found in them, and nothing leaves. "
            "Put the key back from a copy of that folder."
        )

    def _kept(self) -> Head | None:
        """Return the head that is kept apart: of no lines where none is, None if unreadable."""
        try:
            fields = json.loads(self._head_path.read_text(encoding="utf-8"))
            return Head(lines=int(fields["lines"]), hash=str(fields["hash"]))
        except FileNotFoundError:
            return NO_HEAD
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _keep(self, head: Head) -> None:
        self._head_path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._head_path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        write_line(fresh, json.dumps({"lines": head.lines, "hash": head.hash}), new=True)
        fresh.replace(self._head_path)

    def _head_faults(self, hashes: list[str]) -> Iterator[str]:
        """Say where the ledger is not the one whose head was kept apart."""
        kept = self._kept()
        if kept is None or (kept.lines == 0 and len(hashes) > 1):
            if hashes:
                said = self._no_head()
                yield f"{said[0].upper()}{said[1:]}."
        elif len(hashes) < kept.lines:
            yield f"It was cut off: {len(hashes)} of {kept.lines} lines are left."
        elif kept.lines and hashes[kept.lines - 1] != kept.hash:
            yield f"Line {kept.lines} is another one than was written."
        elif len(hashes) > kept.lines + 1:
            yield f"{len(hashes) - kept.lines} lines were added that no export wrote."


def _entry(line: str) -> LedgerEntry | None:
    try:
        fields = json.loads(line)
        whole = _UNSAID | fields if fields["kind"] == EXPORT else fields
        return LedgerEntry(
            number=fields["n"], at=fields["at"], kind=fields["kind"], fields=whole
        )
    except (ValueError, KeyError, TypeError):
        return None


def _mark_of(key: bytes) -> str:
    return hmac.digest(key, b"the mark of this key", "sha256").hex()[:16]
