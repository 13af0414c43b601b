"""Settings and lexicons from files: what is wrong is told with file, line and what is allowed."""

import re

import pytest

from pipeline.errors import InvalidConfig, InvalidLexicon, RaadsporError
from pipeline.lexicons import package_texts
from pipeline.run.settings import Setup, open_context, read_setup
from tests.unit.run.fakes import write


def test_without_a_file_the_defaults_hold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert open_context(read_setup()).config.read.max_pages == 1000


def test_params_yaml_of_the_working_folder_is_read(tmp_path, monkeypatch):
    monkeypatch.chdir(write(tmp_path, {"params.yaml": b"read: {max_pages: 7}"}))
    assert open_context(read_setup()).config.read.max_pages == 7


def test_a_file_that_is_named_is_read_instead(tmp_path, monkeypatch):
    monkeypatch.chdir(write(tmp_path, {"params.yaml": b"read: {max_pages: 7}", "mine.yaml": b"read: {max_pages: 8}"}))
    assert open_context(read_setup(params=tmp_path / "mine.yaml")).config.read.max_pages == 8


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"read:\n  max_page: 7", r"params.yaml, line 2: read.max_page: Extra inputs are not permitted"),
        (b"\nread:\n  max_pages: mange", r"params.yaml, line 3: read.max_pages: .*valid integer.*found 'mange'"),
        (b"link:\n  threshold: 2", r"params.yaml, line 2: link.threshold: .*less than or equal to 1, found 2"),
        (b"read: [", r"params.yaml, line 1: not YAML"),
        (b"r\xe5d: 1", r"params.yaml: expected text in UTF-8, found other bytes at 1"),
    ],
)
def test_a_wrong_setting_is_told_with_its_line(tmp_path, text, message):
    path = write(tmp_path, {"params.yaml": text}) / "params.yaml"
    with pytest.raises(InvalidConfig, match=message):
        open_context(read_setup(params=path))


def test_a_file_of_settings_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InvalidConfig, match="expected a file with settings, found: No such file"):
        read_setup(params=tmp_path / "ingen.yaml")


def test_own_lexicon_files_stand_in_for_those_of_the_package(tmp_path):
    own = write(tmp_path, {"front.yaml": package_texts()["front.yaml"].encode() + b"\n# of our own\n"})
    assert open_context(read_setup(lexicon_folder=own)).lexicons.digest != open_context(Setup()).lexicons.digest


@pytest.mark.parametrize(
    ("files", "kind", "message"),
    [
        ({}, InvalidConfig, "expected files named as .*front.yaml.*, found none of them"),
        ({"mine.yaml": b""}, InvalidLexicon, "mine.yaml: no lexicon of that name; allowed are .*front.yaml"),
        ({"front.yaml": b"ukendt:\n  - a\n"}, InvalidLexicon, r"in .*own: front.yaml, line \d+: "),
    ],
)
def test_a_wrong_lexicon_is_told_with_its_file(tmp_path, files, kind, message):
    own = tmp_path / "own"
    own.mkdir()
    write(own, files)
    with pytest.raises(kind, match=re.compile(message, re.DOTALL)):
        open_context(read_setup(lexicon_folder=own))


def test_a_folder_of_lexicons_that_is_not_there_is_told(tmp_path):
    with pytest.raises(RaadsporError, match="expected a folder of lexicon files, found none"):
        read_setup(lexicon_folder=tmp_path / "ingen")
