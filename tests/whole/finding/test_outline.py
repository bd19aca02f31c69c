"""Every country has its map."""

from goodpractices.finding.outline import country_path, country_view, load_countries, load_outline


def test_every_country_is_drawn_within_the_window_of_the_whole() -> None:
    west, south, east, north = load_outline().window
    for code, rings in load_countries().items():
        assert len(code) == 2
        assert all(west <= x <= east and south <= y <= north for ring in rings for x, y in ring), code
        assert country_path(code, country_view(code, 384, 216, 17), 1.4), code
