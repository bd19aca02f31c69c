"""What a practice is, and the way from files to checked values."""

from .ageing import REVIEW_MONTHS, adoptions_are_confirmed, facts_are_fresh, reviews_are_due
from .bands import COST_RANGES, DURATIONS, PERSON_COSTS, PLACE_SIZES, REACHES, band_of, bands_between
from .body import CITATION, PERCENT, SECTIONS, headings_by_language, practices_linked
from .buckets import Buckets
from .cache import Cache, Content, cache_file, cache_for, code_stamp, digest
from .catalogue import PUBLISHED_STATES, Catalogue, Link, Records
from .changed_fields import FieldChange, told_fields
from .characters import MOST_MARKS, without_control_characters
from .choices import LicenceId, MunicipalityType
from .confirmations import long_unconfirmed
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
from .exchange import HOME_CURRENCY, Exchanged, exchanged, in_home_currency, years_of
from .explaining import COMMON_FIELDS, field_help, shape_in_words, value_help
from .field_sections import EXPLAINED, FIELD_SECTIONS
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
from .health import GAP_KINDS, Gap, GapKind, Gaps, Health, PracticeHealth, gaps_on, health_of, kinds_told
from .history import DayOfChanges, EntryChange, History, read_history
from .identity import ADDRESS_VARIABLE, Identity, load_identity
from .ignored import ignored, is_left_behind
from .inquiries import standing
from .invalid import InvalidCatalogue
from .languages import as_written, in_language, is_translation_of, texts_of, untranslated_texts
from .licences import FORBIDDING, FORBIDDING_WORDS, LICENCES, WITHOUT_CREDIT, Licence, licence_of, licences_of
from .link_report import LinkReport, link_report_file, read_link_report
from .links_out import LinkOut, links_of
from .loading import entry_as_written, lines_of_field, placed_in_entry
from .mentions import Mentions, with_fields
from .model import Practice, Translation
from .notes import is_row
from .partial import FOLLOWS
from .personal_contacts import FREE_MAIL, MOBILE, OFFICE_MAIL, OFFICES, is_office_mail
from .personal_numbers import personal_numbers, without_web_addresses
from .pictures import published_picture
from .problems import Location, Problem, Severity, warning
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
    Fits,
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
from .registry import HOME, VOCABULARIES, GlossaryItem, Organisation, Place, Programme, Rates, Term
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
from .today import is_epoch, publication_day, told_day
from .uses import Asked, Branch, Searched, SearchField, Wanted, branches, uses
from .validation import Validator
from .validators import PRACTICE
from .workers import SLICE, around_slices, gathered, spread, without_collector
from .zipping import zip_entry

__all__ = [
    "ADDRESS_VARIABLE",
    "CITATION",
    "COMMON_FIELDS",
    "COST_RANGES",
    "COUNTED",
    "DURATIONS",
    "EXPLAINED",
    "FIELD_SECTIONS",
    "FOLLOWS",
    "FORBIDDING",
    "FORBIDDING_WORDS",
    "FREE_MAIL",
    "GAP_KINDS",
    "GAZETTEER_COUNTRIES",
    "GAZETTEER_LETTERS",
    "HOME",
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
    "PERSON_COSTS",
    "PLACE_SIZES",
    "PLAIN_LISTS",
    "PRACTICE",
    "PUBLISHED_STATES",
    "REACHES",
    "REGISTRIES",
    "REVIEW_MONTHS",
    "SECTIONS",
    "SLICE",
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
    "DayOfChanges",
    "Decision",
    "Derived",
    "Dispute",
    "Document",
    "EasyText",
    "EdtfDate",
    "EdtfInterval",
    "EndedConsent",
    "EntryChange",
    "Evaluation",
    "EvidenceLevel",
    "Exchanged",
    "FieldChange",
    "Fits",
    "Gap",
    "GapKind",
    "Gaps",
    "GazetteerPlace",
    "GlossaryItem",
    "Health",
    "History",
    "Identity",
    "Indicator",
    "InvalidCatalogue",
    "KeyDate",
    "Label",
    "Licence",
    "LicenceId",
    "Link",
    "LinkOut",
    "LinkReport",
    "Location",
    "Lost",
    "Mentions",
    "Money",
    "MunicipalityType",
    "Obstacle",
    "Organisation",
    "Origin",
    "OriginalTitle",
    "Period",
    "Picture",
    "Place",
    "Practice",
    "PracticeHealth",
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
    "adoptions_are_confirmed",
    "around_slices",
    "as_written",
    "band_of",
    "bands_between",
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
    "facts_are_fresh",
    "field_help",
    "fingerprint_of",
    "gaps_on",
    "gathered",
    "gazetteer_text",
    "headings_by_language",
    "health_of",
    "ignored",
    "in_home_currency",
    "in_language",
    "in_words",
    "is_epoch",
    "is_left_behind",
    "is_of_whole_time",
    "is_office_mail",
    "is_row",
    "is_safe_link",
    "is_slug",
    "is_translation_of",
    "is_windows_device",
    "kinds_told",
    "known_codes",
    "licence_of",
    "licences_of",
    "lines_of_field",
    "link_report_file",
    "links_of",
    "list_items",
    "listen",
    "load_catalogue",
    "load_identity",
    "load_reference_data",
    "long_unconfirmed",
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
    "read_history",
    "read_link_report",
    "read_text",
    "readings",
    "record_shape",
    "references",
    "refuse_symlinks",
    "reviews_are_due",
    "settled_period",
    "shape_in_words",
    "shared_records",
    "spelled",
    "spelling_table",
    "spelling_tables",
    "spread",
    "standing",
    "step",
    "story_lists",
    "tally",
    "text_patterns",
    "texts_of",
    "told_day",
    "told_fields",
    "total_funding",
    "untranslated_texts",
    "uses",
    "value_help",
    "warning",
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
