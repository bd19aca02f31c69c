"""What somebody disputes on the page of a practice: both values, their sources, and nothing drawn or computed."""

FIGURE = {"unit": "person", "source": "s1", "nature": "output"}
DISPUTE = {"what": "Źródła podają różnie.", "others": [{"value": 790, "source": "s1", "note": "W raporcie"}]}
