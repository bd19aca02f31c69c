"""Finding a practice: grouping, related practices, the newest, map, timeline, search index."""

from .analysed import AnalysedCatalogue, analyse
from .coverage import (
    INTERMEDIARIES,
    Axis,
    Cell,
    Coverage,
    Line,
    cover,
    family_axis,
    group_axis,
    place_axis,
    theme_axis,
    themes_by_family,
)
from .facets import FACET_OF_DIMENSION, FACETS, Facet, FacetValue, find_facets
from .groups import DIMENSIONS, Group, Groups, by_first_theme, group_practices
from .map_layout import Box, Marker, lay_out
from .map_points import MapPlaces, MapPoint, map_places, near_home
from .newest import newest, state_date
from .outline import (
    View,
    border_path,
    country_path,
    country_view,
    land_path,
    load_countries,
    load_outline,
    view_of,
)
from .reasons import Shared
from .related import Related, RelatedPractices, related_as_before, related_from
from .search import CORE_FILE, OTHER_PAGES, SORTS, OtherPage, SearchIndex, index_files, other_pages
from .time_spans import TimeLine, TimeSpan, time_line
from .well_known import best_known, fullest_first

__all__ = [
    "CORE_FILE",
    "DIMENSIONS",
    "FACETS",
    "FACET_OF_DIMENSION",
    "INTERMEDIARIES",
    "OTHER_PAGES",
    "SORTS",
    "AnalysedCatalogue",
    "Axis",
    "Box",
    "Cell",
    "Coverage",
    "Facet",
    "FacetValue",
    "Group",
    "Groups",
    "Line",
    "MapPlaces",
    "MapPoint",
    "Marker",
    "OtherPage",
    "Related",
    "RelatedPractices",
    "SearchIndex",
    "Shared",
    "TimeLine",
    "TimeSpan",
    "View",
    "analyse",
    "best_known",
    "border_path",
    "by_first_theme",
    "country_path",
    "country_view",
    "cover",
    "family_axis",
    "find_facets",
    "fullest_first",
    "group_axis",
    "group_practices",
    "index_files",
    "land_path",
    "lay_out",
    "load_countries",
    "load_outline",
    "map_places",
    "near_home",
    "newest",
    "other_pages",
    "place_axis",
    "related_as_before",
    "related_from",
    "state_date",
    "theme_axis",
    "themes_by_family",
    "time_line",
    "view_of",
]
