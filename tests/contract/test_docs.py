"""
The documentation says what the software does: made from it where it can be, run where it is code.

``LERENDWERK_WRITE_DOCS=1 pytest tests/contract/test_docs.py`` writes the pages that are made from the
software anew; without it they are only compared.
"""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml

import lerendwerk_core as lw
from lerendwerk_core import errors, vocabulary
from lerendwerk_core.hooks import specs
from lerendwerk_core.vocabulary import Word
from lerendwerk_core.wording import FINDINGS, PROBLEMS

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
WRITE = "LERENDWERK_WRITE_DOCS" in os.environ
AGAIN = "write it anew with LERENDWERK_WRITE_DOCS=1 pytest tests/contract/test_docs.py"
MADE = "<!-- Made by tests/contract/test_docs.py: {} -->\n"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


# -- pages made from the software ------------------------------------------------------------------


def table(*rows: tuple[object, ...]) -> str:
    """Return *rows* as a Markdown table; the first holds the headings."""
    head, *body = ([str(cell).replace("|", "\\|") for cell in row] for row in rows)
    lines = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def first_line(documented: object) -> str:
    """Return the first paragraph of the docstring of *documented* on one line."""
    return as_markdown(" ".join((inspect.getdoc(documented) or "").split("\n\n")[0].split()))


def as_markdown(docstring: str) -> str:
    """Return *docstring* with its code and references in the way of Markdown."""
    return re.sub(r":\w+:`", "`", docstring.replace("``", "`"))


def findings_page(_: str) -> str:
    """Return the page of everything that should not be, in the order of a trajectory."""
    rows = [
        (f"`{code}`", severity.value, text.nl, text.en)
        for code, (severity, text) in FINDINGS.items()
    ]
    return (
        "# Findings\n\n"
        + MADE.format(AGAIN)
        + "\nA finding is something that should not be, though it can: worth discussing, never a reason"
        " to refuse a\ndossier. A *blocker* makes the command end with exit code 1. Codes are stable;"
        " words between braces are filled in.\nA plugin's findings have codes of its own and are not"
        " in this table.\n\n" + table(("code", "severity", "Dutch", "English"), *rows)
    )


def problems_page(_: str) -> str:
    """Return the page of everything that can be wrong with a document."""
    rows = [(f"`{code}`", text.nl, text.en) for code, text in PROBLEMS.items()]
    return (
        "# Problems\n\n"
        + MADE.format(AGAIN)
        + "\nWhat can be wrong with a dossier, a drawing, a table of people, a definition or a plugin."
        " A problem stops the reading,\nbut not at once: all of them are reported together, each with"
        " file, line and column where it has one, in a\n[`DossierError`](errors.md) or a"
        " [`DefinitionError`](errors.md). Words between braces are filled in.\n\n"
        + table(("code", "Dutch", "English"), *rows)
    )


def errors_page(_: str) -> str:
    """Return the tree of errors."""
    return (
        "# Errors\n\n"
        + MADE.format(AGAIN)
        + "\nEvery error that the library raises on purpose is in"
        " this tree; what should not be, but can, is a\n[finding](findings.md) and no error. All of"
        " them live in `lerendwerk_core.errors`; `str(error)` is the message in\nEnglish and"
        " `error.in_(lang)` the one in `nl` or `en`.\n\n"
        + "\n".join(branches(errors.LerendwerkError))
        + "\n\nA `DossierError` and a `DefinitionError` hold every problem in `problems`, sorted by"
        " place. Each has a `mark`\n(`file`, `line`, `column`), a stable `code` (see"
        " [problems](problems.md)), a `message` and sometimes a `hint`.\n"
    )


def branches(error: type[BaseException], depth: int = 0) -> Iterator[str]:
    """Yield *error* and those below it as a nested list; private ones only pass on their children."""
    below = depth
    if not error.__name__.startswith("_"):
        plain = [one.__name__ for one in error.__mro__[1:] if one.__module__ == "builtins"]
        also = next(name for name in plain if name != "Exception" or error.__base__ is Exception)
        yield f"{'  ' * depth}- `{error.__name__}` (also `{also}`): {first_line(error)}"
        below += 1
    for one in error.__subclasses__():
        yield from branches(one, below)


VERBS = {
    "provide": "Called once, without arguments, when the plugin loads. A key that another plugin"
    " already has is refused, and the plugin with it.",
    "review": "Called for every trajectory, each plugin apart, with one frozen context. A plugin that"
    " raises becomes the finding `plugin-failed`.",
}
REGISTER = (
    " Municipality codes are the exception: a code that another plugin has is left to that one."
)


def hook_specs() -> dict[str, tuple[str, str]]:
    """Return per hook its signature as it is written, and its docstring."""
    tree = ast.parse(inspect.getsource(specs))
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            returns = ast.unparse(node.returns) if node.returns else ""
            signature = f"{node.name}({ast.unparse(node.args)}) -> {returns}"
            found[node.name] = (signature, as_markdown(ast.get_docstring(node) or ""))
    return found


def hooks_page(now: str) -> str:
    """Return the page of hooks, with the examples that *now* holds under each."""
    written = dict(
        re.findall(r"^## `(\w+)`$.*?^Example:\n\n(.*?)(?=\n## |\Z)", now, re.MULTILINE | re.DOTALL)
    )
    parts = [
        "# Hooks\n\n",
        MADE.format(AGAIN + "; the examples are written by hand"),
        (
            "\nEverything that a plugin can implement, and nothing else. Mark an implementation with"
            " `lerendwerk_core.hookimpl`; it may take\nfewer arguments than the hook has. A name that"
            " begins with `lerendwerk_` and is no hook is refused.\nHow to package a plugin:"
            " [write a plugin](../how-to/write-a-plugin.md).\n"
        ),
    ]
    for name, (signature, doc) in hook_specs().items():
        call = VERBS[name.split("_")[1]] + (REGISTER if name.endswith("municipalities") else "")
        example = written.get(name, "(no example)\n").rstrip("\n")
        parts.append(f"\n## `{name}`\n\n```text\n{signature}\n```\n\n{doc}\n\n{call}\n")
        parts.append(f"\nExample:\n\n{example}\n")
    return "".join(parts)


def schema_file(_: str) -> str:
    """Return the JSON Schema of a dossier."""
    schema = lw.Workbench(discover=False).schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def checklist_schema_file(_: str) -> str:
    """Return the JSON Schema of a file with checklists and tailorings."""
    schema = lw.Workbench(discover=False).checklist_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


WORDS = "<!-- The closed lists -->\n"


def glossary_page(now: str) -> str:
    """Return the glossary: what is written by hand in *now*, then the closed lists."""
    lists = [one for one in vars(vocabulary).values() if _is_list(one)]
    parts = [now.partition(WORDS)[0], WORDS, "\n## Closed lists\n\n", MADE.format(AGAIN)]
    for one in lists:
        rows = [(f"`{word.value}`", word.nl, word.en) for word in one]
        head = ("value", "Dutch", "English")
        parts.append(f"\n### {one.__name__}\n\n{first_line(one)}\n\n{table(head, *rows)}")
    return "".join(parts)


def _is_list(one: object) -> bool:
    return isinstance(one, type) and issubclass(one, Word) and one is not Word


PAGES: dict[str, Callable[[str], str]] = {
    "findings.md": findings_page,
    "problems.md": problems_page,
    "errors.md": errors_page,
    "hooks.md": hooks_page,
    "glossary.md": glossary_page,
    "dossier.schema.json": schema_file,
    "checklist.schema.json": checklist_schema_file,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_software_is_up_to_date(name: str) -> None:
    path = REFERENCE / name
    now = path.read_text(encoding="utf-8") if path.exists() else ""
    made = PAGES[name](now)
    if WRITE:
        path.write_text(made, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == made, f"{name}: {AGAIN}"


# -- pages written by hand that must name everything -----------------------------------------------


def in_code(page: Path) -> set[str]:
    """Return every word that *page* shows as code, in a sentence or in a block."""
    text = page.read_text(encoding="utf-8")
    spans = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    return {word for span in spans for word in re.findall(r"[\w-]+", span)}


def keys_of(schema: Any) -> Iterator[str]:
    """Yield every key that *schema* knows."""
    parts = schema.values() if isinstance(schema, dict) else schema
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
    for part in parts:
        if isinstance(part, dict | list):
            yield from keys_of(part)


def test_the_page_of_the_format_names_every_key() -> None:
    schema = lw.Workbench(discover=False).schema()

    assert not set(keys_of(schema)) - in_code(REFERENCE / "dossier.md")


def results(kind: Any) -> Iterator[tuple[type, str]]:
    """Yield every field of the results and nouns that hang under *kind*."""
    waiting, seen = [kind], set()
    while waiting:
        one = waiting.pop()
        waiting += [part for part in typing.get_args(one) if part not in seen]
        if not isinstance(one, type) or not attrs.has(one) or one in seen:
            continue
        seen.add(one)
        for name, hint in typing.get_type_hints(one).items():
            yield one, name
            waiting.append(hint)


def test_the_page_of_the_results_names_every_field() -> None:
    named = in_code(REFERENCE / "json.md")

    fields = results(lw.Trajectory)
    assert not [f"{one.__name__}.{name}" for one, name in fields if name not in named]


def test_the_page_of_the_command_names_every_command_and_option() -> None:
    click = pytest.importorskip("click")
    from lerendwerk_core.cli import main  # noqa: PLC0415 - needs the extra

    page = (REFERENCE / "command.md").read_text(encoding="utf-8")
    sections = dict(
        re.findall(
            r"^## `lerendwerk ([\w ,-]+)`$\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL
        )
    )
    documented = {
        name.strip(): text for names, text in sections.items() for name in names.split(",")
    }
    for name, command in commands(main, click.Group):
        assert name in documented
        options = [
            option for one in command.params for option in one.opts if option.startswith("-")
        ]
        assert not [option for option in options if f"`{option}" not in documented[name]]
    assert set(documented) == {name for name, _ in commands(main, click.Group)}


def commands(group: Any, kind: type, above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command under *group* by its whole name."""
    for name, command in group.commands.items():
        if isinstance(command, kind):
            yield from commands(command, kind, f"{above}{name} ")
        else:
            yield f"{above}{name}", command


# -- code that runs --------------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the pages use, as the current folder; they may write into it."""
    for name in ("examples", "plugins", "docs/how-to"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pages_with_code() -> list[str]:
    pages = [
        page for part in ("tutorial", "how-to", "explanation") for page in DOCS.glob(f"{part}/*.md")
    ]
    return sorted(str(page.relative_to(DOCS)) for page in pages)


@pytest.mark.parametrize("name", pages_with_code())
def test_the_code_of_a_page_runs(name: str, copy: Path) -> None:
    names: dict[str, Any] = {"__name__": "page"}
    for language, code in FENCE.findall((DOCS / name).read_text(encoding="utf-8")):
        if language == "python":
            exec(compile(code, name, "exec", dont_inherit=True), names)  # noqa: S102 - our own page
        elif language == "console":
            follow_console(code, copy)


def follow_console(block: str, folder: Path) -> None:
    """Run the commands of *block* and find the lines shown under each in its output, in order."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        command, _, code = line.partition("# exit code ")
        program, *arguments = shlex.split(command, comments=True)
        assert program == "lerendwerk", f"what is {program}?"
        done = subprocess.run(
            [sys.executable, "-m", "lerendwerk_core", *arguments],
            capture_output=True,
            check=False,
            cwd=folder,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        assert done.returncode == int(code or 0), f"{line}: {done.stderr}"
        output = iter((done.stdout + done.stderr).splitlines())
        for wanted in shown.splitlines():
            assert wanted in ("", "...") or wanted in output, f"{line}: no line {wanted!r}"


@pytest.mark.parametrize("hook", hook_specs())
def test_the_example_of_a_hook_runs(hook: str, copy: Path) -> None:
    page = (REFERENCE / "hooks.md").read_text(encoding="utf-8")
    section = page.split(f"## `{hook}`\n")[1].split("\n## ")[0]
    blocks = [code for language, code in FENCE.findall(section) if language == "python"]

    assert len(blocks) == 1
    assert f"def {hook}(" in blocks[0]
    exec(compile(blocks[0], hook, "exec", dont_inherit=True), {"__name__": "page"})  # noqa: S102 - our own page


def dossier_blocks() -> tuple[str, list[tuple[str, str]]]:
    """Return the whole dossier of the page of the format, and its other forms with what they replace."""
    page = (REFERENCE / "dossier.md").read_text(encoding="utf-8")
    found = re.findall(
        r"(?:<!-- instead of: ([\w, ]+) -->\n)?^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL
    )
    return "".join(code for instead, code in found if not instead), [one for one in found if one[0]]


def without(text: str, keys: str) -> str:
    """Return the dossier *text* without the top-level *keys*."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    gone = {key.strip() for key in keys.split(",")}
    return "".join(part for part in parts if part.partition(":")[0] not in gone)


def form_files(folder: Path) -> None:
    page = (REFERENCE / "dossier.md").read_text(encoding="utf-8")
    tables = [code for language, code in FENCE.findall(page) if language == "csv"]
    for name, csv in zip(("people.csv", "answers.csv", "outcomes.csv"), tables, strict=True):
        (folder / name).write_text(csv, encoding="utf-8")
    shutil.copy(DOCS / "how-to" / "intake.bpmn", folder)
    shutil.copy(ROOT / "examples" / "aanvraag" / "log.csv", folder)


def test_the_dossier_of_the_format_page_runs(bench: lw.Workbench, tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(dossier_blocks()[0], encoding="utf-8")

    assert bench.run(bench.read(tmp_path)).readiness is not None


@pytest.mark.parametrize("number", range(len(dossier_blocks()[1])))
def test_every_other_form_of_the_format_page_loads(
    number: int, bench: lw.Workbench, tmp_path: Path
) -> None:
    whole, forms = dossier_blocks()
    instead, form = forms[number]
    form_files(tmp_path)
    (tmp_path / "dossier.yaml").write_text(without(whole, instead) + form, encoding="utf-8")

    bench.run(bench.read(tmp_path))


# -- the pages together ----------------------------------------------------------------------------

WRITTEN = [*DOCS.rglob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)]

    local = [link for link in links if link and not link.startswith(("http://", "https://"))]
    assert not [link for link in local if not (page.parent / link).exists()]


STATES = {"none-found", "not-asked", "leergroep-noord", "one-organisation-one-vote"}


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_codes_and_files_that_a_page_names_exist(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    values = {word.value for one in vars(vocabulary).values() if _is_list(one) for word in one}
    codes = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", text))
    files = re.findall(r"`((?:\w+/)+[\w.]*|\w+/[\w./]+|\w+\.(?:py|toml))`", text)

    assert not codes - {*FINDINGS, *PROBLEMS, *values, *STATES}
    homes = (ROOT, ROOT / "src" / "lerendwerk_core")
    assert not [name for name in files if not any((home / name).exists() for home in homes)]


def test_the_index_leads_to_every_page() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = {str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")} - {"index.md"}

    assert not [page for page in sorted(pages) if f"({page})" not in index]


def test_contributing_names_checks_that_exist() -> None:
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    sessions = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list
    }
    named = re.findall(r"nox -s (\w+)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))

    assert named
    assert set(named) <= sessions


def test_the_cards_of_the_project_agree_with_it() -> None:
    publiccode = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert publiccode["softwareVersion"] == citation["version"] == lw.__version__
    assert publiccode["legal"]["license"] == citation["license"] == project["license"]
    for words in publiccode["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000


def test_every_file_has_a_licence_and_the_register_its_own() -> None:
    reuse = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))
    paths = {path: one for one in reuse["annotations"] for path in _listed(one["path"])}

    assert paths["**"]["SPDX-License-Identifier"] == "EUPL-1.2"
    register = paths["src/lerendwerk_core/builtin/data/municipalities.csv"]
    assert register["SPDX-License-Identifier"] == "CC-BY-4.0"
    for one in reuse["annotations"]:
        assert (ROOT / "LICENSES" / f"{one['SPDX-License-Identifier']}.txt").is_file()


def _listed(path: str | list[str]) -> list[str]:
    return [path] if isinstance(path, str) else path
