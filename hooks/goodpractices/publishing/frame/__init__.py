"""What surrounds every page: menu and footer, styles and scripts, policies, settings for servers."""

from .assets import pack_assets, plain_styles
from .frame import DEFAULT_SETTINGS, Frame, PageSettings
from .lost import lost_address
from .policy import policy_of_page
from .servers import write_server_settings

__all__ = [
    "DEFAULT_SETTINGS",
    "Frame",
    "PageSettings",
    "lost_address",
    "pack_assets",
    "plain_styles",
    "policy_of_page",
    "write_server_settings",
]
