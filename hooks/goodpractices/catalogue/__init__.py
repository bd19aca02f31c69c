"""What a practice is, and the way from files to checked values."""

from .body import CITATION, PERCENT, SECTIONS, headings_by_language, practices_linked
from .buckets import Buckets
from .cache import Cache, Content, cache_file, cache_for, code_stamp, digest
from .catalogue import PUBLISHED_STATES, Catalogue, Link, Records
from .characters import MOST_MARKS, without_control_characters
from .choices import LicenceId
from .consents import EndedConsent, consent_day, ended_consents, without_ended_consents, without_person
from .decision import Answer, AnswerState, Decision, decision
from .derived import (
    COUNTED,
    STUB_BELOW,
    Derived,
    Share,
    cost_per_participant,
    counted_amounts,
    counted_figures,
    derive,
    duration_months,
    is_of_whole_time,
    may_be_counted,
    settled_period,
    total_funding,
)
from .edtf import EdtfDate, EdtfInterval, parse_date, parse_when
from .evidence import (
    Dispute,
    Evaluation,
    EvidenceLevel,
    Indicator,
    Money,
    Source,
    Split,
    StatementDispute,
)
from .exchange import HOME_CURRENCY, Exchanged, exchanged, years_of
from .explaining import COMMON_FIELDS, field_help, shape_in_words, value_help
from .fields import Currency, Label, Slug, Text, is_safe_link, is_slug, is_windows_device, text_patterns
from .files import (
    MAX_ENTRY_BYTES,
    MAX_PICTURE_BYTES,
    Unreadable,
    read_text,
    refuse_symlinks,
    write_whole,
)
from .fingerprints import fingerprint_of
from .folder import (
    OPTIONAL_REGISTRIES,
    REGISTRIES,
    ReferenceData,
    check_entries,
    load_catalogue,
    load_reference_data,
    shared_records,
)
from .gazetteer import COUNTRIES as GAZETTEER_COUNTRIES
from .gazetteer import LETTERS as GAZETTEER_LETTERS
from .gazetteer import GazetteerPlace, gazetteer_text, places_called
from .glossary import Abbreviations, in_words, spelled, whole_words
from .identity import ADDRESS_VARIABLE, Identity, load_identity
from .ignored import ignored, is_left_behind
from .invalid import InvalidCatalogue
from .languages import in_language, is_translation_of, texts_of, untranslated_texts
from .licences import FORBIDDING, FORBIDDING_WORDS, LICENCES, WITHOUT_CREDIT, Licence, licence_of, licences_of
from .loading import entry_as_written, lines_of_field, placed_in_entry
from .mentions import Mentions, with_fields
from .model import Practice, Translation
from .partial import FOLLOWS
from .personal_contacts import FREE_MAIL, MOBILE, OFFICE_MAIL, OFFICES, is_office_mail
from .personal_numbers import personal_numbers, without_web_addresses
from .pictures import published_picture
from .problems import Location, Problem, Severity
from .proposals import (
    ProposedOrganisation,
    ProposedPlace,
    ProposedProgramme,
    ProposedTerm,
)
from .recalled import Lost
from .records import (
    Adoption,
    Component,
    Contact,
    Document,
    EasyText,
    KeyDate,
    Obstacle,
    Origin,
    OriginalTitle,
    Period,
    Picture,
    Relation,
    Rights,
    Transfer,
)
from .references import Reference, references
from .registry import VOCABULARIES, GlossaryItem, Organisation, Place, Programme, Rates, Term
from .resident import ResidentCache
from .rules import LISTS_WITH_ID, PLAIN_LISTS, UNDECLARABLE
from .shapes import Shape, known_codes, record_shape
from .spellings import (
    Reading,
    list_items,
    period_ends,
    placed,
    plain_words,
    readings,
    spelling_table,
    spelling_tables,
    story_lists,
    written,
)
from .stamped import StampedCache
from .steps import listen, step, tally
from .today import is_epoch, publication_day
from .uses import Asked, Branch, Explained, Searched, SearchField, Wanted, branches, uses
from .validation import Validator
from .validators import PRACTICE
from .workers import around_slices, gathered, spread, without_collector
from .zipping import zip_entry

__all__ = [
    "ADDRESS_VARIABLE",
    "CITATION",
    "COMMON_FIELDS",
    "COUNTED",
    "FOLLOWS",
    "FORBIDDING",
    "FORBIDDING_WORDS",
    "FREE_MAIL",
    "GAZETTEER_COUNTRIES",
    "GAZETTEER_LETTERS",
    "HOME_CURRENCY",
    "LICENCES",
    "LISTS_WITH_ID",
    "MAX_ENTRY_BYTES",
    "MAX_PICTURE_BYTES",
    "MOBILE",
    "MOST_MARKS",
    "OFFICES",
    "OFFICE_MAIL",
    "OPTIONAL_REGISTRIES",
    "PERCENT",
    "PLAIN_LISTS",
    "PRACTICE",
    "PUBLISHED_STATES",
    "REGISTRIES",
    "SECTIONS",
    "STUB_BELOW",
    "UNDECLARABLE",
    "VOCABULARIES",
    "WITHOUT_CREDIT",
    "Abbreviations",
    "Adoption",
    "Answer",
    "AnswerState",
    "Asked",
    "Branch",
    "Buckets",
    "Cache",
    "Catalogue",
    "Component",
    "Contact",
    "Content",
    "Currency",
    "Decision",
    "Derived",
    "Dispute",
    "Document",
    "EasyText",
    "EdtfDate",
    "EdtfInterval",
    "EndedConsent",
    "Evaluation",
    "EvidenceLevel",
    "Exchanged",
    "Explained",
    "GazetteerPlace",
    "GlossaryItem",
    "Identity",
    "Indicator",
    "InvalidCatalogue",
    "KeyDate",
    "Label",
    "Licence",
    "LicenceId",
    "Link",
    "Location",
    "Lost",
    "Mentions",
    "Money",
    "Obstacle",
    "Organisation",
    "Origin",
    "OriginalTitle",
    "Period",
    "Picture",
    "Place",
    "Practice",
    "Problem",
    "Programme",
    "ProposedOrganisation",
    "ProposedPlace",
    "ProposedProgramme",
    "ProposedTerm",
    "Rates",
    "Reading",
    "Records",
    "Reference",
    "ReferenceData",
    "Relation",
    "ResidentCache",
    "Rights",
    "SearchField",
    "Searched",
    "Severity",
    "Shape",
    "Share",
    "Slug",
    "Source",
    "Split",
    "StampedCache",
    "StatementDispute",
    "Term",
    "Text",
    "Transfer",
    "Translation",
    "Unreadable",
    "Validator",
    "Wanted",
    "around_slices",
    "branches",
    "cache_file",
    "cache_for",
    "check_entries",
    "code_stamp",
    "consent_day",
    "cost_per_participant",
    "counted_amounts",
    "counted_figures",
    "decision",
    "derive",
    "digest",
    "duration_months",
    "ended_consents",
    "entry_as_written",
    "exchanged",
    "field_help",
    "fingerprint_of",
    "gathered",
    "gazetteer_text",
    "headings_by_language",
    "ignored",
    "in_language",
    "in_words",
    "is_epoch",
    "is_left_behind",
    "is_of_whole_time",
    "is_office_mail",
    "is_safe_link",
    "is_slug",
    "is_translation_of",
    "is_windows_device",
    "known_codes",
    "licence_of",
    "licences_of",
    "lines_of_field",
    "list_items",
    "listen",
    "load_catalogue",
    "load_identity",
    "load_reference_data",
    "may_be_counted",
    "parse_date",
    "parse_when",
    "period_ends",
    "personal_numbers",
    "placed",
    "placed_in_entry",
    "places_called",
    "plain_words",
    "practices_linked",
    "publication_day",
    "published_picture",
    "read_text",
    "readings",
    "record_shape",
    "references",
    "refuse_symlinks",
    "settled_period",
    "shape_in_words",
    "shared_records",
    "spelled",
    "spelling_table",
    "spelling_tables",
    "spread",
    "step",
    "story_lists",
    "tally",
    "text_patterns",
    "texts_of",
    "total_funding",
    "untranslated_texts",
    "uses",
    "value_help",
    "whole_words",
    "with_fields",
    "without_collector",
    "without_control_characters",
    "without_ended_consents",
    "without_person",
    "without_web_addresses",
    "write_whole",
    "written",
    "years_of",
    "zip_entry",
]
