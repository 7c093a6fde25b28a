"""Findings of stage 1: readiness."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "answers-columns-ignored": (
        _NOTE,
        Text("{file}: kolommen niet gelezen: {columns}.", "{file}: columns not read: {columns}."),
    ),
    "answers-silent": (
        _NOTE,
        Text(
            "{file}: rijen zonder enig antwoord zijn overgeslagen.",
            "{file}: rows without any answer were skipped.",
        ),
    ),
    "checklist-reconstruction": (
        _NOTE,
        Text(
            "{checklist}: reconstructie, niet de checklist van NSCU.",
            "{checklist}: a reconstruction, not NSCU's checklist.",
        ),
    ),
    "route-undetermined": (
        _WARNING,
        Text(
            "Het advies hangt nog af van niet ingevulde items: {items}.",
            "The advice still depends on items that are not answered: {items}.",
        ),
    ),
    "route-narrow": (
        _WARNING,
        Text(
            "Eén ander antwoord leidt al tot een ander advies.",
            "One different answer already leads to another advice.",
        ),
    ),
    "rounds-untold": (
        _WARNING,
        Text(
            "Bij {moments} antwoordden te weinig mensen om er iets van te tonen.",
            "At {moments} too few people answered to tell anything of it.",
        ),
    ),
    "checklist-outdated": (
        _WARNING,
        Text(
            "Aanpassing {layers} is gemaakt voor een andere versie van wat eronder ligt: werk haar bij.",
            "Tailoring {layers} was made for another version of what it lies on: update it.",
        ),
    ),
    "checklist-untranslated": (
        _WARNING,
        Text(
            "Van {items} zijn de woorden maar in één taal gegeven.",
            "The words of {items} are given in one language only.",
        ),
    ),
    "route-by-tailoring": (
        _WARNING,
        Text(
            "Met de woorden van '{base}' zou het advies anders zijn: {there} in plaats van {here}.",
            "With the words of '{base}' the advice would differ: {there} instead of {here}.",
        ),
    ),
    "route-by-combination": (
        _WARNING,
        Text(
            "Het advies hangt af van hoe antwoorden van meer mensen worden samengenomen: {routes}.",
            "The advice depends on how the answers of several people are combined: {routes}.",
        ),
    ),
    "route-hangs-on-one": (
        _WARNING,
        Text(
            "Zonder de antwoorden van één respondent zou het advies anders zijn.",
            "Without the answers of one respondent the advice would differ.",
        ),
    ),
    "respondents-polarised": (
        _WARNING,
        Text(
            "Respondenten staan recht tegenover elkaar bij {items}; bespreek die eerst.",
            "Respondents are at opposite ends on {items}; discuss those first.",
        ),
    ),
}
