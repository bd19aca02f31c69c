"""What a practice is, and the way from files to checked values."""

from .body import CITATION, PRACTICE_LINK, SECTIONS
from .catalogue import REVERSE, Catalogue, Link
from .consents import ended_consents, source_without_contacts, without_ended_consents
from .derived import COUNTED, STUB_BELOW, Completeness, Derived, Share, derive, participants, shares, total_funding
from .edtf import EdtfDate, EdtfInterval, parse_date, parse_interval, parse_when
from .explaining import COMMON_FIELDS, field_help, shape_in_words, value_help
from .fields import is_safe_link, is_slug
from .files import (
    MAX_ENTRY_BYTES,
    MAX_PICTURE_BYTES,
    Unreadable,
    read_text,
    refuse_symlinks,
    without_control_characters,
)
from .folder import Surroundings, check_entries, load_catalogue, load_surroundings, shared_records
from .identity import Identity, load_identity
from .languages import in_language, is_translation_of, texts_of, untranslated_texts
from .loading import PRACTICE, placed_in_entry
from .memory import Content, Memory, Shelf
from .model import (
    Adoption,
    Claim,
    Component,
    Contact,
    Document,
    Event,
    EvidenceLevel,
    Indicator,
    KeyDate,
    Money,
    Obstacle,
    Participation,
    Period,
    Picture,
    PlaceUse,
    Practice,
    Recognition,
    Source,
    Split,
    Transfer,
    Translation,
)
from .personal_numbers import without_web_addresses
from .pictures import UnusablePicture, open_picture
from .problems import InvalidCatalogue, Location, Problem, Severity, nearest
from .registry import VOCABULARIES, Organisation, Place, Programme, Term
from .rules import UNDECLARABLE
from .shapes import Shape, known_codes, record_shape
from .validation import Validator
from .workers import gathered, spread, without_collector

__all__ = [
    "CITATION",
    "COMMON_FIELDS",
    "COUNTED",
    "MAX_ENTRY_BYTES",
    "MAX_PICTURE_BYTES",
    "PRACTICE",
    "PRACTICE_LINK",
    "REVERSE",
    "SECTIONS",
    "STUB_BELOW",
    "UNDECLARABLE",
    "VOCABULARIES",
    "Adoption",
    "Catalogue",
    "Claim",
    "Completeness",
    "Component",
    "Contact",
    "Content",
    "Derived",
    "Document",
    "EdtfDate",
    "EdtfInterval",
    "Event",
    "EvidenceLevel",
    "Identity",
    "Indicator",
    "InvalidCatalogue",
    "KeyDate",
    "Link",
    "Location",
    "Memory",
    "Money",
    "Obstacle",
    "Organisation",
    "Participation",
    "Period",
    "Picture",
    "Place",
    "PlaceUse",
    "Practice",
    "Problem",
    "Programme",
    "Recognition",
    "Severity",
    "Shape",
    "Share",
    "Shelf",
    "Source",
    "Split",
    "Surroundings",
    "Term",
    "Transfer",
    "Translation",
    "Unreadable",
    "UnusablePicture",
    "Validator",
    "check_entries",
    "derive",
    "ended_consents",
    "field_help",
    "gathered",
    "in_language",
    "is_safe_link",
    "is_slug",
    "is_translation_of",
    "known_codes",
    "load_catalogue",
    "load_identity",
    "load_surroundings",
    "nearest",
    "open_picture",
    "parse_date",
    "parse_interval",
    "parse_when",
    "participants",
    "placed_in_entry",
    "read_text",
    "record_shape",
    "refuse_symlinks",
    "shape_in_words",
    "shared_records",
    "shares",
    "source_without_contacts",
    "spread",
    "texts_of",
    "total_funding",
    "untranslated_texts",
    "value_help",
    "without_collector",
    "without_control_characters",
    "without_ended_consents",
    "without_web_addresses",
]
