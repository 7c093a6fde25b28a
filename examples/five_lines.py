"""The whole trajectory from Python: ``python examples/five_lines.py [folder for the report]``."""

import sys
from pathlib import Path

import lerendwerk_core as lw

here = Path(__file__).parent
bench = lw.Workbench()
dossier = bench.read(here / "jeugd")
result = bench.run(dossier)
print(result.to_text("en"))
result.to_html(Path(sys.argv[1] if len(sys.argv) > 1 else ".") / "report.html", lang="en")
