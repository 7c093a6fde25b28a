"""Findings of stage 6: principles, agreements, the plan."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "principle-only-system": (
        _WARNING,
        Text(
            "Geldt voor het zorgsysteem maar niet voor de verandering: {principle}.",
            "Holds for the care system but not for the change: {principle}.",
        ),
    ),
    "principle-only-transition": (
        _WARNING,
        Text(
            "Geldt voor de verandering maar niet voor het zorgsysteem: {principle}.",
            "Holds for the change but not for the care system: {principle}.",
        ),
    ),
    "pillar-uncovered": (
        _WARNING,
        Text("Geen principe dient de pijler {pillar}.", "No principle serves the pillar {pillar}."),
    ),
    "agreement-without-frame": (
        _WARNING,
        Text(
            "Deze afspraak verwijst naar geen kader: {agreement}.",
            "This agreement refers to no frame: {agreement}.",
        ),
    ),
    "agreement-without-authors": (
        _WARNING,
        Text(
            "Van deze afspraak is niet bekend wie haar maakte: {agreement}.",
            "It is not known who made this agreement: {agreement}.",
        ),
    ),
    "top-plans-in-detail": (
        _WARNING,
        Text(
            "De top plant tot niveau {depth}; een plan op hoofdlijnen stopt bij 1.",
            "The top plans down to level {depth}; an outline plan stops at 1.",
        ),
    ),
    "change-without-learning": (
        _WARNING,
        Text(
            "Veranderstap {step} draagt geen leeractiviteit.",
            "Change step {step} carries no learning activity.",
        ),
    ),
    "verb-without-step": (
        _NOTE,
        Text("Geen veranderstap is bedoeld om te {verb}.", "No change step is there to {verb}."),
    ),
    "learning-too-late": (
        _WARNING,
        Text(
            "De leeractiviteit van veranderstap {step} komt na het begin ervan.",
            "The learning activity of change step {step} comes after its start.",
        ),
    ),
    "principle-idle": (
        _WARNING,
        Text(
            "Geen doel, stap, afspraak of activiteit werkt dit uit: {principle}.",
            "No goal, step, agreement or activity carries this out: {principle}.",
        ),
    ),
    "pillar-without-work": (
        _NOTE,
        Text(
            "Geen stap werkt aan een doel van de pijler {pillar}.",
            "No step works on a goal of the pillar {pillar}.",
        ),
    ),
    "agreement-undated": (
        _NOTE,
        Text(
            "Deze afspraak heeft geen datum: {agreement}.",
            "This agreement has no date: {agreement}.",
        ),
    ),
    "agreement-by-others": (
        _WARNING,
        Text(
            "Gemaakt door groepen waarin niemand dit werk doet: {agreement}.",
            "Made by groups in which nobody does this work: {agreement}.",
        ),
    ),
    "agreement-against-frame": (
        _WARNING,
        Text(
            "In strijd met het kader ({because}): {agreement}.",
            "At odds with the frame ({because}): {agreement}.",
        ),
    ),
}
