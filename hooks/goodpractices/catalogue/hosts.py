"""Names of hosts that look like others: letters of two alphabets in one part, or characters that nobody sees."""

import re
from urllib.parse import urlsplit

_LATIN = "A-Za-z\u00c0-\u024f"
_OTHER = "\u0370-\u03ff\u0400-\u052f"  # Greek and Cyrillic
# Letters of those alphabets that look like Latin ones, of which whole words can be made.
_ALIKE = (
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u051d"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5"
)
_UNSEEN = "\u00ad\u034f\u0300-\u036f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\uffa0"
# A code of a letter, and letters that a browser takes for plain ones: raised, in circles, in boxes, of full width.
_OTHER_THAN_SEEN = (
    "%\u00aa\u00ba\u02b0-\u02b8\u1d00-\u1dbf\u2070-\u209c\u2100-\u214f\u2460-\u24ff\u3200-\u33ff\ufb00-\ufb06"
    "\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f130-\U0001f16f"
)
_LIKE_A_SLASH_OR_A_DOT = "\u2024\u2027\u2044\u2215\u2571\u29f8\u3002\uff0e\uff0f\uff61"

DECEPTIVE_HOST = (
    f"[{_LATIN}][^.]*[{_OTHER}]|[{_OTHER}][^.]*[{_LATIN}]|[{_UNSEEN}{_OTHER_THAN_SEEN}{_LIKE_A_SLASH_OR_A_DOT}]"
    rf"|(?:^|\.)[0-9{_ALIKE}-]*[{_ALIKE}][0-9{_ALIKE}-]*\.(?:[^.]+\.)*[A-Za-z]+$"
)
"""What such a host matches somewhere, as a regular expression that JavaScript reads as well."""
_DECEPTIVE = re.compile(DECEPTIVE_HOST)


def has_plain_host(url: str) -> bool:
    """Whether the host of a web address is what it looks like.

    >>> has_plain_host("https://żółw.pl/"), has_plain_host("https://gd\N{CYRILLIC SMALL LETTER U}nia.pl/")
    (True, False)
    """
    # As it is written: what takes an address apart makes letters small.
    host = urlsplit(url).netloc.partition(":")[0]
    return (host.isascii() and "%" not in host) or _DECEPTIVE.search(host) is None
