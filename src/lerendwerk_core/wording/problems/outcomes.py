"""Results: observations, instruments, series."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "outcome-twice": Text(
        "'{series}' staat hier, en is ook een kolom van {file}.",
        "'{series}' is here, and is also a column of {file}.",
    ),
    "outcome-not-a-number": Text(
        "'{value}' is geen getal; een lege cel is niet beantwoord.",
        "'{value}' is not a number; an empty cell was not answered.",
    ),
    "outcome-column-twice": Text(
        "de kolom '{column}' staat er twee keer.", "the column '{column}' is there twice."
    ),
    "outcome-no-measures": Text(
        "er is geen kolom met een maat.", "there is no column with a measure."
    ),
    "outcome-code-twice": Text(
        "'{unit}' is op {moment} al gemeten, in regel {first}.",
        "'{unit}' was already measured at {moment}, in line {first}.",
    ),
    "scale-reversed": Text(
        "de schaal loopt van {least} tot {most}; het laagste hoort eerst.",
        "the scale runs from {least} to {most}; the lowest comes first.",
    ),
    "instrument-item-twice": Text(
        "het item '{item}' staat twee keer in {instrument}.",
        "the item '{item}' is twice in {instrument}.",
    ),
    "instrument-dimension-unknown": Text(
        "de dimensie '{dimension}' van item '{item}' is er niet.",
        "the dimension '{dimension}' of item '{item}' is not there.",
    ),
}
