"""What people say of terms, and the vocabulary that comes of it: edits are kept one after another, and never changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from pipeline.errors import UsageError
from pipeline.vocabulary import Edit, EditKind, KeptEdit, Vocabulary
from storage.columns import bounded
from storage.engine import Database
from storage.rows import folded
from storage.tables import resource_terms, term_edits, terms

# Authors are no terms of a vocabulary.
KINDS = ("category", "tag")


class Vocabularies:
    """The vocabulary and its edits. Every method raises StoreError where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Vocabulary:
        """The vocabulary as it is now: of all names that resources carry, and all edits that stand."""
        with self._database.reading() as connection:
            return load(connection)

    def edits(self) -> list[KeptEdit]:
        """All edits, oldest first, those that were undone among them."""
        with self._database.reading() as connection:
            return _edits(connection)

    def say(self, edit: Edit, now: datetime) -> KeptEdit:
        """Keep an edit. Raises UsageError for one that would change nothing, or more than it says."""
        with self._database.writing() as connection:
            load(connection).check(edit)
            values = {"at": now, "kind": edit.kind.value, "names": list(edit.names), "target": edit.target}
            kept = insert(term_edits).values(**values, undone=False).returning(term_edits.c.id)
            return KeptEdit(connection.execute(kept).scalar_one(), now, edit)

    def undo(self, number: int | None = None) -> KeptEdit:
        """Take back an edit, the newest that stands if none is named. Raises UsageError where there is none."""
        with self._database.writing() as connection:
            standing = [each for each in _edits(connection) if not each.undone]
            found = standing[-1:] if number is None else [each for each in standing if each.number == number]
            if not found:
                what = "There is no edit to undo." if number is None else f"There is no edit {number} to undo."
                raise UsageError(what, advice="gleanery terms edits lists them.")
            connection.execute(update(term_edits).where(term_edits.c.id == found[0].number).values(undone=True))
            return found[0]


def means(vocabulary: Vocabulary, name: str) -> ColumnElement[bool]:
    """The clause for `terms` rows whose name means the same as `name`."""
    spellings: Collection[str] = {bounded(folded(each)) for each in vocabulary.spellings(name)}
    return terms.c.folded.in_(spellings)


def load(connection: Connection) -> Vocabulary:
    """The vocabulary of all names that resources carry, by all edits that stand."""
    uses = (
        select(terms.c.name, func.count())
        .join(resource_terms, resource_terms.c.term == terms.c.id)
        .where(terms.c.kind.in_(KINDS))
        .group_by(terms.c.name)
    )
    names: Counter[str] = Counter()
    for name, count in connection.execute(uses):
        names[name] += count
    return Vocabulary(names, [each.edit for each in _edits(connection) if not each.undone])


def _edits(connection: Connection) -> list[KeptEdit]:
    return [
        KeptEdit(row.id, row.at, Edit(EditKind(row.kind), tuple(row.names), row.target), row.undone)
        for row in connection.execute(select(term_edits).order_by(term_edits.c.id))
    ]
