"""One stage at a time: is lerend werken our road, and who should learn together?"""

from pathlib import Path

import lerendwerk_core as lw

bench = lw.Workbench()
dossier = bench.read(Path(__file__).parent / "jeugd")

advice = bench.assess(dossier)
assert advice is not None
print(advice.route.label.en, f"({advice.deficient} of {advice.items}, margin {advice.margin})")
for reason in advice.because:
    print("  because:", reason.en)

groups = bench.compose(dossier)
print(groups.status, "steps covered:", groups.objective, "at most:", groups.bound)
for seat in groups.seats[:3]:
    print(" ", seat.group, seat.code, "|", *(reason.en for reason in seat.because))
