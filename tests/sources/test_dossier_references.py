"""Every reference to something that nobody defined is named, whatever its kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from plain_values import problems

import lerendwerk_core as lw
from make import SMALL, read

STEP = "- {id: s1, nl: Melden, performers: [consulent]"

DANGLING = {
    "step of an arrangement": (
        "regie: {arrangements: [{model: arrangeur, services: [XX]}]}",
        "process step",
    ),
    "step of an agreement": ("agreements: [{id: a, kind: rol, steps: [XX]}]", "process step"),
    "step of an activity": ("activities: [{id: a, activity: pdca, steps: [XX]}]", "process step"),
    "endorsing organisation": ("goals: [{id: g, endorsed_by: [XX]}]", "organisation"),
    "agreeing organisation": ("agreements: [{id: a, kind: rol, parties: [XX]}]", "organisation"),
    "partner": ("regie: {arrangements: [{model: arrangeur, partner: XX}]}", "organisation"),
    "partners": (
        "regie: {arrangements: [{model: arrangeur, partners: [gem, XX]}]}",
        "organisation",
    ),
    "area of a group": ("areas: [{id: n}]\ngroups: [{id: g, area: XX, members: []}]", "area"),
    "area of an arrangement": (
        "areas: [{id: n}]\nregie: {arrangements: [{area: XX, model: arrangeur}]}",
        "area",
    ),
    "member": ("groups: [{id: g, members: [WC-01, XX]}]", "role code"),
    "member beyond the staffing": ("groups: [{id: g, members: [WC-09]}]", "role code"),
    "people apart": ("compose: {groups: 1, size: [2, 4], apart: [[XX, WC-01]]}", "role code"),
    "people together": ("compose: {groups: 1, size: [2, 4], together: [[XX]]}", "role code"),
    "fixed member": ("compose: {groups: 1, size: [2, 4], fixed: {leergroep-1: [XX]}}", "role code"),
    "excluded member": (
        "compose: {groups: 1, size: [2, 4], excluded: {leergroep-1: [XX]}}",
        "role code",
    ),
    "discipline of a need": ("needs: [{id: n, named: {XX: 5}}]", "discipline"),
    "frame": ("agreements: [{id: a, kind: rol, frame: XX}]", "principle"),
    "principle of an activity": (
        "activities: [{id: a, activity: pdca, principles: [XX]}]",
        "principle",
    ),
    "authors": ("agreements: [{id: a, kind: rol, authors: [XX]}]", "group"),
    "group of an activity": ("activities: [{id: a, activity: pdca, groups: [XX]}]", "group"),
    "need of an activity": ("activities: [{id: a, activity: pdca, needs: [XX]}]", "need"),
    "unlearn goal": ("activities: [{id: a, activity: pdca, unlearns: [XX]}]", "unlearn goal"),
    "catalogue activity": ("activities: [{id: a, activity: XX}]", "catalogue activity"),
    "activity of a change step": (
        "plan: {change_steps: [{id: c, activity: XX}]}",
        "learning activity",
    ),
    "model": ("regie: {arrangements: [{model: XX}]}", "regie model"),
    "checklist": ("checklist: {use: XX}", "checklist"),
    "item": ("checklist: {use: jeugd, answers: {XX: op_orde}}", "checklist item"),
    "item of a respondent": ("checklist: {respondents: {r: {XX: niet}}}", "checklist item"),
    "item of a round": ("checklist: {rounds: {T0: {XX: niet}}}", "checklist item"),
}
DANGLING_IN_PROCESS = {
    "performer": ("performers: [consulent]", "performers: [XX]", "discipline"),
    "goal of a step": (STEP, STEP + ", goals: [XX]", "goal"),
    "accountable party": ("A: [gem]", "A: [XX]", "party"),
    "consulted party": ("C: [client]", "C: [XX]", "party"),
    "edge": ("[s2, s3]", "[s2, XX]", "process step"),
    "branch": ("edges: ", "branches: [[XX, s1, terug]]\n  edges: ", "process step"),
    "organisation of staff": ("{org: zorg", "{org: XX", "organisation"),
    "area of staff": ("{org: zorg", "{area: XX, org: zorg", "area"),
    "moved step": (
        "edges: ",
        "renewed: {move: [{step: XX, to_after: s1}]}\n  edges: ",
        "process step",
    ),
    "moved after": (
        "edges: ",
        "renewed: {move: [{step: s1, to_after: XX}]}\n  edges: ",
        "process step",
    ),
    "new lead": (
        "edges: ",
        "renewed: {move: [{step: s1, to_after: s2, lead: XX}]}\n  edges: ",
        "discipline",
    ),
    "changed step": ("edges: ", "renewed: {change: [{step: XX}]}\n  edges: ", "process step"),
    "new accountable": (
        "edges: ",
        "renewed: {change: [{step: s1, raci_A: [XX]}]}\n  edges: ",
        "party",
    ),
}


def refused(
    bench: lw.Workbench, folder: Path, more: str = "", base: str = SMALL
) -> lw.DossierError:
    with pytest.raises(lw.DossierError) as caught:
        read(bench, folder, more, base)
    return caught.value


@pytest.mark.parametrize(("more", "kind"), DANGLING.values(), ids=DANGLING)
def test_a_dangling_reference_is_named_where_it_stands(
    bench: lw.Workbench, tmp_path: Path, more: str, kind: str
) -> None:
    wrong = "XX" if "XX" in more else "WC-09"
    *before, last = more.splitlines()
    line = SMALL.count("\n") + 1 + len(before)

    error = refused(bench, tmp_path, more + "\n")

    assert problems(error) == [("unknown-reference", line, last.index(wrong) + 1)]
    assert f"{kind} '{wrong}' does not exist." in str(error)


@pytest.mark.parametrize(
    ("old", "new", "kind"), DANGLING_IN_PROCESS.values(), ids=DANGLING_IN_PROCESS
)
def test_a_dangling_reference_in_the_small_dossier_itself_is_named_too(
    bench: lw.Workbench, tmp_path: Path, old: str, new: str, kind: str
) -> None:
    base = SMALL.replace(old, new, 1)

    error = refused(bench, tmp_path, "areas: [{id: noord}]\n", base)

    before, _, _ = base.partition("XX")
    place = before.count("\n") + 1, len(before) - before.rindex("\n")
    assert problems(error) == [("unknown-reference", *place)]
    assert f"{kind} 'XX' does not exist." in str(error)


def test_references_may_go_forward_and_back(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = read(
        bench,
        tmp_path,
        """
        plan: {change_steps: [{id: c, activity: a}]}
        activities: [{id: a, activity: pdca, groups: [g], needs: [n], unlearns: [u]}]
        agreements: [{id: x, kind: taak, authors: [g], frame: p, steps: [s1, s3]}]
        unlearning: [{id: u, kind: patroon}]
        needs: [{id: n, named: {consulent: 8}}]
        groups: [{id: g, members: [WC-01, OS-09]}]
        principles: [{id: p}]
        """,
    )

    assert dossier.activities[0].groups == ("g",)
    assert dossier.agreements[0].frame == "p"
    assert dossier.plan.change_steps[0].activity == "a"


def test_areas_that_arrangements_name_are_areas(bench: lw.Workbench, tmp_path: Path) -> None:
    arrangements = "regie: {arrangements: [{area: noord, model: arrangeur}]}\n"

    dossier = read(bench, tmp_path, arrangements + "groups: [{id: g, area: noord, members: []}]\n")
    error = refused(bench, tmp_path, arrangements + "groups: [{id: g, area: nord, members: []}]\n")

    assert [area.id for area in dossier.areas] == ["noord"]
    assert "area 'nord' does not exist. Did you mean 'noord'?" in str(error)


def test_a_wrong_value_elsewhere_does_not_hide_a_dangling_reference(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    more = "minimum_cell: veel\n" + "\n".join(
        text
        for name, (text, _) in DANGLING.items()
        if name in ("member", "item", "discipline of a need")
    )

    error = refused(bench, tmp_path, more + "\n")

    codes = [one.code for one in error.problems]
    assert codes == ["not-a-whole-number", *["unknown-reference"] * 3]


@pytest.mark.parametrize("old", ["count: 8", "line: 1", "touch: 20"])
def test_a_part_that_is_wrong_does_not_make_references_to_it_dangle(
    bench: lw.Workbench, tmp_path: Path, old: str
) -> None:
    base = SMALL.replace(old, old[:-1] + "x", 1)

    error = refused(bench, tmp_path, "groups: [{id: g, members: [WC-01, OS-01]}]\n", base)

    assert len(error.problems) == 1
    assert error.problems[0].code.startswith("not-a-")


@pytest.mark.parametrize(
    "party", ["client", "cliënt", "klant", "inwoner", "gemeenteraad", "college"]
)
def test_a_party_may_be_a_client_or_an_actor_of_the_regie(
    bench: lw.Workbench, tmp_path: Path, party: str
) -> None:
    dossier = read(bench, tmp_path, base=SMALL.replace("C: [client]", f"C: [{party}]"))

    assert dossier.process is not None
    assert dossier.process.step("s2").raci is not None
    assert dossier.process.step("s2").raci.consulted == (party,)
