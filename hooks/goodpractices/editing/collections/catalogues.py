"""Another catalogue of this kind as a collection: its ``praktyki.json``, entry by entry, with ids of this one."""

import json
import re
import textwrap
from collections.abc import Mapping
from typing import Any

from ...catalogue import FORBIDDING, PRACTICE, SECTIONS, Organisation, Place, Practice, Programme, Shape, record_shape
from ...wording import Translations, fold
from ..rebuilding import UnusableData, upgraded
from ..submissions.submission import Fault, UnusableSubmission
from .collection_map import PROPOSE, REGISTRIES, CollectionMap
from .drafts import Draft
from .lookup import Lookup
from .tables import Row

_RECORDS = {"places": Place, "organisations": Organisation, "programmes": Programme}
# What is computed, said otherwise here, or asked: the place of an entry among others, and pictures.
_SET_ASIDE = ("id", "derived", "languages", "editorial", "rights", "origin", "translations", "former_ids")
_ASKED = ("relations", "media")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\.\./[a-z0-9_-]+/(?:index\.md)?\)")
_PIECE = 1200
_GONE = object()


def is_catalogue(value: Any) -> bool:
    """Whether a JSON value is what a catalogue of this kind publishes."""
    return isinstance(value, dict) and isinstance(value.get("practices"), list) and "schema" in value


class OtherCatalogue:
    """Makes the drafts of another catalogue; gathers what is wrong in ``faults``."""

    def __init__(self, value: Any, settings: CollectionMap, lookup: Lookup, t: Translations) -> None:
        """Read its parts.

        Raises:
            UnusableSubmission: it is no catalogue, or of a form that is too new.
        """
        try:
            whole = upgraded(value, None)
        except UnusableData as error:
            raise UnusableSubmission([Fault(error.key, "", error.params)]) from error
        self.settings, self.lookup, self.t = settings, lookup, t
        self.practices: list[Any] = whole["practices"]
        self.shared = {
            name: {each["id"]: each for each in records if isinstance(each, dict) and isinstance(each.get("id"), str)}
            for part in ("vocabularies", "registry")
            for name, records in (whole.get(part) or {}).items()
        }
        self.faults: list[Fault] = []

    def drafts(self) -> list[Draft]:
        """The draft of each entry but those that the map leaves out."""
        drafts: dict[str, Draft] = {}
        for number, given in enumerate(self.practices, 1):
            key = given.get("id") if isinstance(given, dict) else None
            if not isinstance(key, str) or key in drafts:
                self.faults.append(Fault("rebuild.not_a_list", self._place(number), {"name": "practices"}))
            elif key not in self.settings.leave_out:
                try:
                    drafts[key] = self._draft(number, key, given)
                except (AttributeError, TypeError, KeyError, ValueError, RecursionError):  # no data of this kind
                    self.faults.append(Fault("rebuild.not_a_catalogue", f"{self._place(number)}, {key}"))
        return [*drafts.values()]

    def _place(self, number: int) -> str:
        return self.t("collection.row", row=str(number))

    def _draft(self, number: int, key: str, given: Mapping[str, Any]) -> Draft:
        origin = {"namespace": self.settings.namespace, "id": key}
        if self.settings.url:
            origin["url"] = self.settings.url.replace("{id}", key)
        draft = Draft(Row(number, {}), origin)
        for name, shape in record_shape(Practice)["fields"].items():
            if name in given and name not in (*_SET_ASIDE, *_ASKED):
                value = self._converted(draft, name, shape, given[name])
                if value is not _GONE:
                    draft.fields[name] = value
        for name in _ASKED:
            for each in given.get(name) or ():
                self._ask(draft, name, json.dumps(each, ensure_ascii=False))
        unknown = {name: value for name, value in given.items() if name not in PRACTICE.fields()}
        for name in sorted(unknown.keys() - {*_SET_ASIDE}):
            self._ask(draft, name, json.dumps(unknown[name], ensure_ascii=False))
        self._asides(draft, given)
        self._rights(draft, given.get("rights") or {})
        return draft

    def _asides(self, draft: Draft, given: Mapping[str, Any]) -> None:
        """Questions and translations of the entry, and where it was taken from itself."""
        questions = (given.get("editorial") or {}).get("questions") or ()
        draft.left += [("own", "editorial.questions", str(each)) for each in questions]
        draft.questions += [str(each) for each in questions]
        if given.get("origin"):
            self._ask(draft, "origin", json.dumps(given["origin"], ensure_ascii=False))
        for language, translation in (given.get("translations") or {}).items():
            draft.translations[language] = {
                name: _without_links(value) if name in SECTIONS else value for name, value in translation.items()
            }
        for name in SECTIONS:
            if name in draft.fields and _LINK.search(draft.fields[name]):
                for found in _LINK.finditer(draft.fields[name]):
                    self._ask(draft, name, found[0])
                draft.fields[name] = _without_links(draft.fields[name])

    def _rights(self, draft: Draft, own: Mapping[str, Any]) -> None:
        """Its own terms where it has any; a permission was given to the other catalogue, not to this one."""
        settings = self.settings
        licence = own.get("licence") or settings.licence
        if licence in FORBIDDING and not settings.permission:
            words = self.t("choices.licence_id.all-rights-reserved")
            place = f"{self._place(draft.row.number)}, {draft.key}"
            self.faults.append(Fault("collection.licence_forbids", place, {"licence": words}))
        given = {"licence": licence, "attribution": own.get("attribution") or settings.attribution}
        given["permission"] = settings.permission
        draft.rights = {name: value for name, value in given.items() if value}

    def _ask(self, draft: Draft, field: str, words: str) -> None:
        draft.left.append(("reference", field, words))
        for piece in textwrap.wrap(words.replace("<", "< "), _PIECE, break_on_hyphens=False):
            told = self.t("collection.ask_reference", field=field, words=piece)
            draft.questions.append(self.t("collection.ask") + told)

    def _converted(self, draft: Draft, name: str, shape: Shape, value: Any) -> Any:
        """A value with the ids of this catalogue; what needs one that is not here is asked and gone."""
        kind = shape["kind"]
        if kind == "ref" and isinstance(value, str):
            found = self._id(shape["to"], value, draft.row.number)
            if found is None:
                self._ask(draft, name, f"{self._label(shape['to'], value)} ({value})")
            return _GONE if found is None else found
        if kind == "list" and isinstance(value, list):
            return [each for item in value if (each := self._converted(draft, name, shape["of"], item)) is not _GONE]
        if kind == "map" and isinstance(value, dict):
            pairs = ((self._converted(draft, name, shape["keys"], key), each) for key, each in value.items())
            return {key: each for key, each in pairs if key is not _GONE}
        if kind == "record" and isinstance(value, dict):
            return self._record(draft, name, shape, value)
        return value

    def _record(self, draft: Draft, name: str, shape: Shape, value: Mapping[str, Any]) -> Any:
        fields = shape["fields"]
        made = {
            key: self._converted(draft, name, fields[key], each) if key in fields else each
            for key, each in value.items()
        }
        lacking = [key for key, each in made.items() if each is _GONE and fields[key].get("required")]
        if lacking:
            self._ask(draft, name, json.dumps(value, ensure_ascii=False))
            return _GONE
        return {key: each for key, each in made.items() if each is not _GONE}

    def _label(self, where: str, name: str) -> str:
        record = self.shared.get(where, {}).get(name, {})
        return str(record.get("pl") or record.get("name") or name)

    def _id(self, where: str, name: str, row: int) -> str | None:
        """The id here of a record there: that of the map, the same one if both are called alike, or by its name."""
        label = self._label(where, name)
        names = self.lookup.names[where]
        if name in names.called and fold(label) in map(fold, (name, *names.called[name])):
            return name
        said = self.lookup.table(where, name)
        found = said if said and said != PROPOSE else self.lookup.find(where, label, where, row)
        if PROPOSE in (found, said) and where in REGISTRIES:
            return self._added(where, name, label, row)
        return found if found != "ask" else None

    def _added(self, where: str, name: str, label: str, row: int) -> str:
        """The id of the record, taken over with all that it says and that can be said here."""
        known = self.lookup.new.get(where, {})
        made = self.lookup.add(where, label, {})
        if made not in known and len(self.lookup.new[where][made]) == 2:
            draft = Draft(Row(row, {}), {"id": name})
            converted = self._record(
                draft, where, record_shape(_RECORDS[where]), self.shared.get(where, {}).get(name, {})
            )
            if converted is not _GONE:
                self.lookup.new[where][made] |= {**converted, "id": made}
        return made


def _without_links(text: Any) -> Any:
    return _LINK.sub(r"\1", text) if isinstance(text, str) else text
