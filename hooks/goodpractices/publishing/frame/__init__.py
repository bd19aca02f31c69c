"""What surrounds every page: menu and footer, styles and scripts, policies, settings for servers."""

from .assets import STYLES, pack_assets, plain_styles
from .chrome import SECTIONS, chrome_values
from .lost import from_root, lost_pages, lost_source
from .policy import guard_pages
from .servers import write_server_settings

__all__ = [
    "SECTIONS",
    "STYLES",
    "chrome_values",
    "from_root",
    "guard_pages",
    "lost_pages",
    "lost_source",
    "pack_assets",
    "plain_styles",
    "write_server_settings",
]
