"""The body of a synthetic entry: four to eight sections of paragraphs, lists, now and then a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goodpractices.catalogue import SECTIONS
from goodpractices.wording import Translations

from .chance import Chance
from .draft import Facts
from .figures import percent_of
from .prose import Prose, phrases
from .subject import Subject, earlier_subject

_SECTIONS_OF_A_STUB = (0, 2)
_SECTIONS = (4, 8)


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the story of one entry."""

    seed: int
    subject: Subject
    facts: Facts
    chance: Chance
    prose: Prose

    def paragraph(self, name: str, least: int, most: int) -> str:
        return self.cited(" ".join(self.prose.several(name, least, most)))

    def bullets(self, name: str, least: int, most: int) -> str:
        return self.cited("\n".join(f"- {item}" for item in self.prose.several(name, least, most)))

    def cited(self, text: str) -> str:
        """The text with a source at its end, before the full stop."""
        source = self.chance.choice(self.facts["sources"])["id"]
        return f"{text[:-1]}[^{source}]{text[-1]}" if text.endswith((".", "”")) else f"{text}[^{source}]"


def polish_story(seed: int, subject: Subject, facts: Facts) -> str:
    """The body in Polish."""
    chance = Chance.of(seed, subject.index, "story")
    teller = Teller(seed, subject, facts, chance, Prose(chance))
    chosen = chance.some(SECTIONS, *(_SECTIONS_OF_A_STUB if subject.is_stub else _SECTIONS))
    return _body("pl", [(section, _TELLERS[section](teller)) for section in chosen])


def english_story(chance: Chance, prose: Prose) -> str:
    """The body in English, shorter and without lists."""
    chosen = chance.some(SECTIONS, 2, 5)
    return _body("en", [(section, " ".join(prose.several(f"english.{section}", 1, 3))) for section in chosen])


def _body(language: str, sections: Sequence[tuple[str, str]]) -> str:
    t = Translations.load(language)
    return "".join(f"\n## {t(f'section.{section}')}\n\n{text}\n" for section, text in sections)


def _challenge(teller: Teller) -> str:
    paragraphs = [teller.paragraph("challenge", 2, 5)]
    if teller.chance.maybe(50):
        paragraphs.append(teller.paragraph("challenge", 2, 3))
    return "\n\n".join(paragraphs)


def _goals(teller: Teller) -> str:
    return teller.bullets("goals", 3, 6)


def _solution(teller: Teller) -> str:
    parts = [teller.paragraph("solution", 2, 5)]
    if teller.chance.maybe(60):
        parts.append(teller.paragraph("solution", 2, 4))
    if teller.chance.maybe(50):
        parts += [teller.prose.say("offer_intro"), _offer(teller)]
    if teller.chance.maybe(20):
        parts.append(_table(teller))
    if teller.chance.maybe(15):
        parts += [f"### {teller.prose.say('subheading')}", teller.paragraph("solution", 1, 2)]
    if teller.chance.maybe(15):
        parts.append(teller.prose.say("emphasis"))
    if teller.chance.maybe(60) and (other := earlier_subject(teller.seed, teller.subject.index, teller.chance)):
        parts.append(teller.prose.say("see_practice", link=f"../{other.id}/index.md", link_title=other.title))
    return "\n\n".join(parts)


def _offer(teller: Teller) -> str:
    items = [teller.prose.phrase("offer") for _ in range(teller.chance.randint(3, 5))]
    return teller.cited("\n".join(f"- {item}," for item in items[:-1]) + f"\n- {items[-1]}.")


def _table(teller: Teller) -> str:
    names = ("table_who", "table_what", "table_when")
    rows = [[teller.prose.say(name) for name in names] for _ in range(teller.chance.randint(2, 5))]
    table = [phrases()["table_heads"], ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)


def _steps(teller: Teller) -> str:
    phases = teller.chance.some(phrases()["phase"], 2, 5)
    lines = [f"{n}. **{phase}.** {' '.join(teller.prose.several('steps', 1, 3))}" for n, phase in enumerate(phases, 1)]
    return teller.cited("\n".join(lines))


def _outcomes(teller: Teller) -> str:
    parts = [teller.bullets("outcomes", 3, 5) if teller.chance.maybe(50) else teller.paragraph("outcomes", 3, 5)]
    if percent := percent_of(teller.facts):
        parts.append(teller.cited(teller.prose.say("percent_outcome", percent=percent.replace(".", ","))))
    return "\n\n".join(parts)


def _beneficiary_view(teller: Teller) -> str:
    return teller.paragraph("beneficiary_view", 2, 5)


def _success_factors(teller: Teller) -> str:
    return teller.bullets("success_factors", 3, 6)


def _transfer_story(teller: Teller) -> str:
    parts = [teller.paragraph("transfer_story", 3, 5)]
    if teller.chance.maybe(30):
        parts.append(teller.prose.say("see_page", link=f"https://www.example.org/wzory/{teller.subject.index}"))
    return "\n\n".join(parts)


_TELLERS: dict[str, Callable[[Teller], str]] = {
    "challenge": _challenge,
    "goals": _goals,
    "solution": _solution,
    "steps": _steps,
    "outcomes": _outcomes,
    "beneficiary_view": _beneficiary_view,
    "success_factors": _success_factors,
    "transfer_story": _transfer_story,
}
