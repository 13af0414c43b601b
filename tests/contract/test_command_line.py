"""What scripts, DVC and the documentation build on: the commands, their options, and one word for each stage."""

from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from pipeline.cli import app
from pipeline.context import Config
from pipeline.run.stages import STAGE_NAMES, STAGES

ROOT = Path(__file__).parents[2]
COMMON = "--out --params --lexicons --log"
COMMANDS = {
    "run": f"raw --workers {COMMON}",
    "read": f"--raw --workers {COMMON}",
    "structure": f"--workers {COMMON}",
    "extract": f"--workers {COMMON}",
    "resolve": COMMON,
    "link": COMMON,
    "tables": COMMON,
    "graph": COMMON,
    "report": COMMON,
    "summary": "--in",
    "ledger": "--in --failed --csv",
    "headings": "--in",
    "cypher": "query --in",
    "rules": "--in --all",
    "unclaimed": "--in --kind --limit",
    "identities": "--in --unsure --kind --limit",
    "themes": "",
    "trace": "wanted --in",
    "gaps": "--in --limit",
    "explain": "link --in --raw --image",
    "status": "--as-of --council --format --out --in",
    "changes": "old new",
    "package": "--out --in --council --as-of",
    "show": "paper --params --lexicons",
    "evaluate": "--gold --in --errors --seed --update-floors --allow-regression",
    "doctor": "--params",
}


def commands():
    return get_command(app).commands  # type: ignore[attr-defined]  # of a group, which Typer's return type hides


def test_the_commands_are_those_of_the_contract():
    assert set(commands()) == set(COMMANDS)


@pytest.mark.parametrize(("name", "options"), COMMANDS.items())
def test_a_command_has_its_options_and_says_what_it_does(name, options):
    command = commands()[name]
    assert {option for p in command.params for option in p.opts} - {"--help"} == set(options.split())
    assert command.help


@pytest.mark.parametrize("stage", STAGE_NAMES)
def test_one_word_for_each_stage(stage):
    assert (ROOT / "pipeline" / stage / "__init__.py").is_file(), "the room"
    assert stage in commands(), "the command"
    assert stage in Config.model_fields, "the settings"
    assert stage in yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8")), "the key in params.yaml"
    assert (ROOT / "tests" / "unit" / stage).is_dir(), "the folder of tests"


def test_params_yaml_says_what_the_defaults_are():
    assert yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8")) == Config().model_dump()


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_dvc_runs_the_same_stages_on_the_same_folders(stage):
    row = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"][stage.name]
    raw = "--raw data/raw " if stage.name == "read" else ""
    assert row["cmd"] == f"raadspor {stage.name} {raw}--out data/processed"
    assert {f"data/processed/{need}" for need in stage.needs} <= set(row["deps"])
    assert row["outs"] == [{f"data/processed/{stage.name}": {"cache": False, "persist": True}}]


def test_dvc_runs_no_other_stage():
    assert list(yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]) == list(STAGE_NAMES)
