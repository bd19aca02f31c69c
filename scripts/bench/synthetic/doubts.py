"""What is not sure in a synthetic entry, and what was found: said of fields that are there already."""

from typing import Any, get_args

from goodpractices.catalogue import choices

from .chance import Chance
from .dates import a_day, when
from .draft import Draft, Facts
from .figures import PRECISIONS
from .prose import Prose
from .shared import town


def add_doubts(draft: Draft) -> None:
    """Add to the facts of an entry; chance has a line of its own here, so that no other fact depends on this."""
    chance = Chance.of(draft.seed, draft.index, "doubts")
    doubts = _Doubts(draft, chance, Prose(chance))
    for add in (
        doubts.state,
        doubts.sites,
        doubts.figures,
        doubts.statements,
        doubts.evaluation,
        doubts.others,
        doubts.adoptions,
        doubts.municipalities,
        doubts.inquiries,
    ):
        add()


class _Doubts:
    def __init__(self, draft: Draft, chance: Chance, prose: Prose) -> None:
        self._facts, self._chance, self._prose = draft.facts, chance, prose
        self._sources, self._index = draft.sources, draft.index

    def state(self) -> None:
        """As of when the state is known."""
        if self._chance.maybe(60):
            self._facts["lifecycle_as_of"] = when(self._chance)
            self._facts["lifecycle_source"] = self._source()

    def sites(self) -> None:
        """Many places of one kind."""
        if self._chance.maybe(15):
            record = {"what": self._text(), "count": str(self._chance.randint(2, 300)), "as_of": when(self._chance)}
            record |= {"precision": self._chance.choice(PRECISIONS), "place": town(self._chance, self._index)}
            self._facts["sites"] = [record | {"source": self._source(), "note": self._text()}]

    def figures(self) -> None:
        """Disputed figures and amounts, words for a number, what a figure was before."""
        for name in ("indicators", "funding"):
            for each in self._facts.get(name, ()):
                if self._chance.maybe(8):
                    each["disputed"] = self._dispute(str(self._chance.randint(1, 30)))
        for each in self._facts.get("indicators", ()):
            if each["nature"] == "target" and self._chance.maybe(60):
                earlier = {"as_of": when(self._chance), "source": self._source(), "note": self._text()}
                each["former_values"] = [self._value(str(self._chance.randint(1, 30))) | earlier]
        if "indicators" in self._facts and self._chance.maybe(20):
            figure = {"id": "a_few", "label": self._text(), "words": "kilkanaście", "unit": "other"}
            self._facts["indicators"].append({**figure, "nature": "context", "source": self._source()})

    def statements(self) -> None:
        """Disputed periods, conditions of transfer and claims."""
        single = [self._facts[name] for name in ("period", "transfer") if name in self._facts]
        for each in (*single, *self._facts.get("claims", ())):
            if self._chance.maybe(15):
                each["disputed"] = self._dispute(when(self._chance))

    def evaluation(self) -> None:
        """With what effects were compared, and what was found."""
        evaluation = self._facts.get("evaluation")
        if evaluation and evaluation["type"] != "none":
            evaluation["comparison"] = self._chance.choice(get_args(choices.Comparison))
            evaluation |= {"finding": self._text(), "note": self._text()}

    def others(self) -> None:
        """Who confirmed an adoption, adopters in the plural, copies of sources."""
        for each in self._facts.get("adoptions", ()):
            if self._chance.maybe(40):
                each["confirmed"] = when(self._chance)
            elif self._chance.maybe(30):
                each |= {"what": self._text(), "count": str(self._chance.randint(2, 90)), "as_of": when(self._chance)}
        for each in self._facts["sources"]:
            if self._chance.maybe(5):
                each["copy_of"] = f"https://www.example.com/pierwodruki/{self._index}-{each['id']}"

    def adoptions(self) -> None:
        """Disputed adoptions, and what adopters have of the components."""
        names = [each["name"] for each in self._facts.get("components", ())]
        for each in self._facts.get("adoptions", ()):
            if self._chance.maybe(10):
                each["disputed"] = self._dispute(when(self._chance))
            if names and self._chance.maybe(30):
                each["elements"] = [self._element(name) for name in self._chance.some(names, 1, len(names))]

    def municipalities(self) -> None:
        """Where a practice is only known to have run, and who says so."""
        fits = self._facts.get("transfer", {}).get("fits")
        if fits and self._chance.maybe(50):
            fits |= {"tried": "true", "source": self._source()}

    def inquiries(self) -> None:
        """What those who run the practice were asked, and what they answered."""
        if self._chance.maybe(30):
            about = self._chance.some(get_args(choices.InquiryTopic), 1, 5)
            record: Facts = {"asked": a_day(self._chance, 2024, 2024), "about": about}
            if self._chance.maybe(70):
                answer = self._chance.choice(get_args(choices.InquiryAnswer))
                record |= {"answered": a_day(self._chance, 2025, 2025), "answer": answer}
                record |= {"role": self._text(), "what": self._text(), "source": self._source()}
                if self._facts.get("organisations"):
                    record["org"] = self._facts["organisations"][0]["org"]
            self._facts["editorial"]["inquiries"] = [record]

    def _element(self, name: str) -> Facts:
        record: Facts = {"element": name, "state": self._chance.choice(get_args(choices.ElementState))}
        return record | {"as_of": when(self._chance), "source": self._source()}

    def _dispute(self, other: str) -> Facts:
        others: list[Facts] = [self._value(other) | {"source": self._source(), "note": self._text()}]
        decided: Facts = {"counted": "true", "decision": self._text()} if self._chance.maybe(50) else {}
        return {"what": self._text(), "others": others, **decided}

    def _value(self, value: str) -> dict[str, Any]:
        return {"value": value} if self._chance.maybe(60) else {"words": "kilka"}

    def _text(self) -> str:
        return self._prose.say("label_note")

    def _source(self) -> str:
        return self._chance.choice(self._sources)
