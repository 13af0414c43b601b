"""What the arguments of the commands are: their types, names, help and defaults."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.run.job import usual_workers

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder of the results.")]
In = Annotated[Path, typer.Option("--in", metavar="DIR", help="Folder of the results.")]
Params = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Settings; without it params.yaml here, if there is one.")
]
Lexicons = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Lexicon files to use instead of those of the same names.")
]
Unclaimed = Literal["anbefaler", "beslutter", "fortæller"]
Identified = Literal["person", "organisation", "anbefaling"]
Limit = Annotated[int, typer.Option(min=1, help="How many lines to show at most.")]
Log = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the log, with times, to this file.")]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Papers to work on at once.")]

Form = Literal["md", "html", "docx", "pdf"]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The day to tell of; else that of the council's last paper."),
]
Council = Annotated[str | None, typer.Option(metavar="NAME", help="The council, where the papers are of several.")]

OUT = Path("data/processed")
RAW = Path("data/raw")
WORKERS = usual_workers()
