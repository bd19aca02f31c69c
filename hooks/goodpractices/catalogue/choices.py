"""Closed choices: values that rules and pages depend on, so a catalogue cannot add to them.

What each is called stands in the wording under ``choices.<name>.<value>``.
"""

from typing import Literal

Lifecycle = Literal[
    "idea", "starting", "pilot", "running", "became-regular-service", "ended", "suspended", "abandoned", "unknown"
]
Scope = Literal[
    "organisation", "neighbourhood", "municipality", "county", "metropolitan", "regional", "national", "international"
]
PlaceRole = Literal["implemented", "reach", "host", "partner"]
OrganisationRole = Literal["leader", "partner", "host", "funder", "organiser", "venue", "supporter"]
Contribution = Literal["administrative", "financial", "political", "technical", "other"]
DeliveryMode = Literal["on-site", "online", "mixed"]
AccessCost = Literal["free", "partly-paid", "paid"]
RecurrenceKind = Literal["once", "periodic", "continuous"]
FundingRole = Literal["total", "grant", "own"]
Precision = Literal["exact", "rounded", "at_least", "about", "range"]
Unit = Literal[
    "person", "organisation", "place", "country", "event", "document", "project", "percent", "PLN", "EUR", "other"
]
Nature = Literal["target", "output", "result", "outcome", "context"]
Dimension = Literal["sex", "age", "disability", "place", "organisation", "other"]
EvaluationType = Literal["none", "internal", "external", "comparative"]
Comparison = Literal["none", "before-after", "benchmark", "comparison-group", "randomised"]
ClaimStatus = Literal["open", "confirmed", "outdated"]
ConsentForm = Literal["written", "email", "form", "spoken"]
ConsentScope = Literal["name", "contact", "picture"]
LicenceId = Literal[
    "CC0-1.0",
    "CC-BY-4.0",
    "CC-BY-3.0-PL",
    "CC-BY-SA-4.0",
    "CC-BY-SA-3.0-PL",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-ND-4.0",
    "public-domain",
    "all-rights-reserved",
]
AdoptionState = Literal["considered", "piloting", "adopted", "adapted", "given-up"]
ElementState = Literal["done", "partly", "planned", "not-done"]
RelationType = Literal[
    "part_of", "has_part", "funded_by_project", "presented_at", "inspired_by", "similar_to", "successor_of"
]
CriterionState = Literal["met", "partly", "no", "unknown"]
PeopleInPicture = Literal["none", "unrecognisable", "recognisable"]
ParticipationLevel = Literal["none", "passive", "consulted", "co-designed", "self-organised"]
DocumentType = Literal["document", "report", "form", "presentation", "video", "website", "other"]
TranslationKind = Literal["human", "machine", "machine-reviewed"]
InquiryTopic = Literal[
    "audience", "scale", "effect", "cost", "evidence", "conditions", "obstacles", "adoptions", "contact"
]
InquiryAnswer = Literal["confirmed", "disputed", "answered"]
EditorialState = Literal["draft", "in_review", "changes_requested", "published", "needs_update", "withdrawn"]
MunicipalityType = Literal["urban", "rural", "urban-rural", "city-county"]
PlaceLevel = Literal["town", "district", "municipality", "county", "region", "metropolitan-area", "country"]
CoordinatePrecision = Literal["centre", "area"]
ProgrammeLevel = Literal["eu", "national", "regional", "local"]
Fund = Literal[
    "esf", "esf-plus", "erdf", "cohesion", "yei", "amif", "eu-budget", "eea-norway", "national", "own", "other"
]
ThemeFamily = Literal["labour", "housing", "youth", "migration", "care", "community", "governance"]
TermVocabulary = Literal["kinds", "themes", "target_groups", "support_types", "organisation_kinds", "criteria"]
GroupRole = Literal["beneficiary", "intermediary"]
