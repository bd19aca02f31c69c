"""What the search costs a reader and the build: both sites, the browser that tries them, and the figures as a table."""

from .browsing import FirstResult, Session, Timing
from .figures import Row, goal_for, in_words, percentile, table
from .indexing import IndexCost, index_cost
from .queries import Query, chosen_queries
from .sites import OURS, STOCK, Side, build_site, build_strictly, stock_index_seconds

__all__ = [
    "OURS",
    "STOCK",
    "FirstResult",
    "IndexCost",
    "Query",
    "Row",
    "Session",
    "Side",
    "Timing",
    "build_site",
    "build_strictly",
    "chosen_queries",
    "goal_for",
    "in_words",
    "index_cost",
    "percentile",
    "stock_index_seconds",
    "table",
]
