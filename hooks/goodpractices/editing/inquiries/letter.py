"""A letter to those who run a practice, as text: one page, at most five questions, to an institution and no person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...catalogue import HOME, Catalogue, Identity, Practice
from ...wording import ORIGINAL, Translations, day_in_words
from .topics import TOPICS, Topic, shortened, topics_to_ask


@dataclass(frozen=True, slots=True)
class Asking:
    """What a letter needs besides the practice: who asks, when, until when, and where the page and the form are."""

    identity: Identity
    day: date
    until: date
    page: str | None = None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as the letter prints it: what is asked, what the catalogue knows, where the answer goes."""

    topic: str
    label: str
    known: str
    goes: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter in its parts; ``rest`` are the topics it does not ask about, for the form alone."""

    language: str
    subject: str
    to: tuple[str, ...]
    opening: tuple[str, ...]
    questions: tuple[Asked, ...]
    rest: tuple[Asked, ...]
    closing: tuple[str, ...]
    signed: tuple[str, ...]

    @property
    def text(self) -> str:
        """The letter as the text of an e-mail, its subject first."""
        blocks = [self.subject, "\n".join(self.to), *self.opening]
        blocks += [f"{n}. {each.label}\n{each.known} {each.goes}" for n, each in enumerate(self.questions, 1)]
        return "\n\n".join([*blocks, *self.closing, "\n".join(self.signed)]) + "\n"


def letter_language(practice: Practice, catalogue: Catalogue) -> str:
    """The language of the letter: Polish where the practice works in Poland, else English."""
    uses = [use for use in practice.places if use.role == "implemented"] or [*practice.places]
    return ORIGINAL if catalogue.places[uses[0].place].country == HOME else "en"


def letter_to(practice: Practice, catalogue: Catalogue, asking: Asking) -> Letter:
    """The letter about a practice.

    Args:
        practice: the practice, in the language of the catalogue.
        catalogue: what it names, in the language of the letter.
        asking: who asks, and when.
    """
    t = Translations.load(catalogue.language)
    identity = asking.identity.in_language(t.language) if t.language in asking.identity.languages else asking.identity
    chosen = topics_to_ask(practice)
    rest = [each for each in TOPICS if each not in chosen and each.field not in practice.not_applicable]
    until = t("letter.until", day=day_in_words(t, asking.until))
    gaps = {each: getattr(identity, each) or t(f"letter.gap_{each}") for each in ("owner", "contact")}
    return Letter(
        language=t.language,
        subject=t("letter.subject", title=practice.title),
        to=tuple(_addressed(practice, catalogue, t)),
        opening=tuple(_opening(practice, identity, asking, len(chosen), t)),
        questions=tuple(_asked(each, practice, catalogue, t) for each in chosen),
        rest=tuple(_asked(each, practice, catalogue, t) for each in rest),
        closing=(_how(asking, t), t("letter.verdict"), t("letter.what_becomes"), until),
        signed=(
            gaps["owner"],
            identity.name,
            gaps["contact"],
            reference(practice.id, asking.day, t),
        ),
    )


def addresses_of(practice: Practice, identity: Identity, language: str) -> tuple[str | None, str | None]:
    """Where the page of a practice and the form are read on the web, in a language if they are there in it."""
    is_there = language in practice.translations and language in identity.languages
    t = Translations.load(language if is_there else ORIGINAL)
    start = f"{language}/" if is_there else ""
    page, form = (f"{start}{t(f'address.{name}')}/" for name in ("praktyki", "zglos"))
    return identity.page_address(f"{page}{practice.id}/"), identity.page_address(form)


def reference(practice_id: str, day: date, t: Translations) -> str:
    """The line by which a reply finds its practice, and the day of the letter."""
    return t("letter.reference", id=practice_id, day=day.isoformat())


def _addressed(practice: Practice, catalogue: Catalogue, t: Translations) -> Iterator[str]:
    leaders = [catalogue.organisations[each.org].name for each in practice.organisations if each.role == "leader"]
    yield from leaders[:2] or [t("letter.to_unknown", title=practice.short_title or practice.title)]
    for contact in practice.contacts[:1]:
        if office := ", ".join(filter(None, (contact.unit, contact.role))):
            yield office


def _opening(practice: Practice, identity: Identity, asking: Asking, count: int, t: Translations) -> Iterator[str]:
    yield t("letter.greeting")
    ended = ".ended" if practice.has_ended else ""
    where = t("letter.page", address=asking.page) if asking.page else t("letter.no_page")
    said = t(f"letter.opening{ended}", catalogue=identity.name, title=practice.title)
    yield " ".join(filter(None, (said, where)))
    if count:
        yield t("letter.questions", n=count)


def _asked(topic: Topic, practice: Practice, catalogue: Catalogue, t: Translations) -> Asked:
    known = topic.known(practice, catalogue, t)
    words = shortened(known.words).rstrip(".")
    if words and known.doubt:
        said = t("letter.doubtful", known=words, doubt=shortened(known.doubt).rstrip("."))
    else:
        said = t("letter.known", known=words) if words else t("letter.not_known")
    return Asked(topic.id, topic.label(t), said, t("letter.goes", part=t(f"letter.part.{topic.id}")))


def _how(asking: Asking, t: Translations) -> str:
    return t("letter.how_online", form=asking.form) if asking.form else t("letter.how")
