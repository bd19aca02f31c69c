"""Pages that the catalogue makes: each a function from values to an article, and the parts they share."""

from .card_picture import CardPicture, draw
from .cards import Cards
from .catalogue_page import CATALOGUE_SCRIPTS, CataloguePage
from .choosing_pages import ChoosingPages
from .colours import family_class
from .compared import (
    COMPARE_SCRIPTS,
    SAVED_STYLES,
    SAVING_SCRIPTS,
    SHORTLIST_PARTS,
    TOGGLES_SCRIPT,
    ShortlistWords,
    compared_files,
    shortlist_words,
)
from .data_page import data_article
from .field_guide import Sections, fill_field_guide
from .fit_page import FIT_SCRIPTS
from .glossary_page import glossary_article
from .hand_written import HandWritten, Heading, HomeParts, SourcePage, home_article, prose_article
from .health_page import health_table
from .home import home_fragment, home_hero
from .lists import Lists
from .map_page import MapPage
from .poster import draw_ahead
from .practice import (
    EasyTextInputs,
    MeetingInputs,
    PracticeInputs,
    easy_text_article,
    meeting_article,
    practice_article,
    practice_inputs,
)
from .search_scripts import ENGINE_PARTS, WORDS_SCRIPT
from .taken_over import places_to_find
from .timeline_page import TimelinePages
from .upkeep_pages import UpkeepPages

__all__ = [
    "CATALOGUE_SCRIPTS",
    "COMPARE_SCRIPTS",
    "ENGINE_PARTS",
    "FIT_SCRIPTS",
    "SAVED_STYLES",
    "SAVING_SCRIPTS",
    "SHORTLIST_PARTS",
    "TOGGLES_SCRIPT",
    "WORDS_SCRIPT",
    "CardPicture",
    "Cards",
    "CataloguePage",
    "ChoosingPages",
    "EasyTextInputs",
    "HandWritten",
    "Heading",
    "HomeParts",
    "Lists",
    "MapPage",
    "MeetingInputs",
    "PracticeInputs",
    "Sections",
    "ShortlistWords",
    "SourcePage",
    "TimelinePages",
    "UpkeepPages",
    "compared_files",
    "data_article",
    "draw",
    "draw_ahead",
    "easy_text_article",
    "family_class",
    "fill_field_guide",
    "glossary_article",
    "health_table",
    "home_article",
    "home_fragment",
    "home_hero",
    "meeting_article",
    "places_to_find",
    "practice_article",
    "practice_inputs",
    "prose_article",
    "shortlist_words",
]
