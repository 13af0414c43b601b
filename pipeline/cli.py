"""The command line: each command takes its arguments, makes one call, and prints. Results on stdout, logs on stderr."""

import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text
from typer.core import TyperGroup

from pipeline.errors import InvalidConfig, RaadsporError
from pipeline.run.digests import library_version
from pipeline.run.headings import render_headings
from pipeline.run.job import Job, usual_workers
from pipeline.run.ledger import render_ledger, render_ledger_csv
from pipeline.run.log import open_log
from pipeline.run.progress import shown
from pipeline.run.results import open_results
from pipeline.run.settings import open_context, read_setup
from pipeline.run.stages import STAGES, run_all, run_stage
from pipeline.run.summary import render_summary
from pipeline.run.work import Outcome
