"""What a practice is, and the way from files to checked values."""

from .body import CITATION, PRACTICE_LINK, SECTIONS
from .catalogue import REVERSE, Catalogue, Link
from .consents import ended_consents, source_without_contacts, without_ended_consents
from .derived import COUNTED, Completeness, Derived, Share, derive, participants, shares, total_funding
from .edtf import EdtfDate, EdtfInterval, parse_date, parse_interval, parse_when
from .fields import is_safe_link
from .files import MAX_ENTRY_BYTES, Unreadable, read_text, refuse_symlinks
from .folder import load_catalogue, shared_records
from .identity import Identity, load_identity
from .loading import PRACTICE, placed_in_entry
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
from .workers import gathered, spread

__all__ = [
    "CITATION",
    "COUNTED",
    "MAX_ENTRY_BYTES",
    "PRACTICE",
    "PRACTICE_LINK",
    "REVERSE",
    "SECTIONS",
    "VOCABULARIES",
    "Adoption",
    "Catalogue",
    "Claim",
    "Completeness",
    "Component",
    "Contact",
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
    "Share",
    "Source",
    "Split",
    "Term",
    "Transfer",
    "Translation",
    "Unreadable",
    "UnusablePicture",
    "derive",
    "ended_consents",
    "gathered",
    "is_safe_link",
    "load_catalogue",
    "load_identity",
    "nearest",
    "open_picture",
    "parse_date",
    "parse_interval",
    "parse_when",
    "participants",
    "placed_in_entry",
    "read_text",
    "refuse_symlinks",
    "shared_records",
    "shares",
    "source_without_contacts",
    "spread",
    "total_funding",
    "without_ended_consents",
    "without_web_addresses",
]
