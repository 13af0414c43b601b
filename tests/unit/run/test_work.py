"""What is done is kept, what is new is done, what is stale goes; nothing of others is touched."""

import pytest

from pipeline.errors import InvalidConfig, StaleOutput
from pipeline.run.folder import MARKS, read_marks, write_file
from pipeline.run.work import Made, Outcome, Plan, bring_up_to_date
from tests.unit.run.fakes import snapshot


def bring(folder, units, *, fail_at=None, crashed=(), needs=None):
    done = []

    def make(todo):
        for unit in todo:
            if unit == fail_at:
                raise ZeroDivisionError
            done.append(unit)
            yield unit, Made({} if unit in crashed else {f"{unit}.json": units[unit].encode()}, unit in crashed)

    return done, bring_up_to_date(folder, Plan(units, make), needs=needs or {})


def marks_of(folder):
    marks = read_marks(folder)
    assert marks is not None
    return marks


def test_a_second_run_does_nothing_and_writes_nothing(tmp_path):
    folder = tmp_path / "read"
    assert bring(folder, {"a": "1", "b": "2"}) == (["a", "b"], Outcome("read", 2, 0, 0, 0))
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert bring(folder, {"a": "1", "b": "2"}) == ([], Outcome("read", 0, 2, 0, 0))
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_only_what_changed_is_done(tmp_path):
    bring(tmp_path / "read", {"a": "1", "b": "2"})
    assert bring(tmp_path / "read", {"a": "1", "b": "3", "c": "4"})[0] == ["b", "c"]


def test_what_is_gone_is_swept_away(tmp_path):
    folder = tmp_path / "read"
    bring(folder, {"a": "1", "b": "2"})
    (folder / "left-over.parquet").write_bytes(b"x")
    (folder / ".c.json.half").write_bytes(b"x")
    assert bring(folder, {"a": "1"}) == ([], Outcome("read", 0, 1, 0, 3))
    assert set(snapshot(folder)) == {"a.json", MARKS}


def test_the_bytes_do_not_tell_in_how_many_runs_they_were_made(tmp_path):
    units = {"a": "1", "b": "2", "c": "3"}
    bring(tmp_path / "one" / "read", units)
    for some in ({"b": "2"}, {"b": "9", "x": "1"}, units):
        bring(tmp_path / "many" / "read", some)
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "many")


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_damaged_file_is_made_again(tmp_path, damage):
    folder = tmp_path / "read"
    bring(folder, {"a": "1", "b": "2"})
    damage(folder / "a.json")
    assert bring(folder, {"a": "1", "b": "2"})[0] == ["a"]


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path):
    folder = tmp_path / "read"
    units = {"a": "1", "b": "2", "c": "3"}
    with pytest.raises(ZeroDivisionError):
        bring(folder, units, fail_at="c")
    assert marks_of(folder).complete is False
    assert bring(folder, units)[0] == ["c"]
    assert marks_of(folder).complete is True


def test_a_unit_that_broke_down_is_tried_again(tmp_path):
    folder = tmp_path / "extract"
    assert bring(folder, {"a": "1", "b": "2"}, crashed={"a"})[1] == Outcome("extract", 2, 0, 1, 0)
    assert bring(folder, {"a": "1", "b": "2"}) == (["a"], Outcome("extract", 1, 1, 0, 0))


def test_the_state_tells_what_came_out_and_not_what_went_in(tmp_path):
    def state(digest, content, *, crashed=False):
        plan = Plan({"a": digest}, lambda todo: [("a", Made({"a.json": content}, crashed))])
        bring_up_to_date(tmp_path / "read", plan, needs={})
        return marks_of(tmp_path / "read").state()

    first = state("1", b"same")
    assert state("2", b"same") == first
    assert state("3", b"other") != first
    assert state("4", b"same", crashed=True) != first


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"ferie.jpg": b"x"}, r"found 1 file\(s\) without marks.json, 'ferie.jpg' first; name another --out"),
        ({MARKS: b"{"}, "expected the marks of an earlier run, found something else"),
        ({MARKS: b'{"stage": "link", "made_by": "raadspor"}'}, "expected the marks of the stage read"),
        ({MARKS: b'{"stage": "read", "made_by": "another"}'}, "expected the marks of the stage read"),
    ],
)
def test_the_files_of_others_are_not_touched(tmp_path, files, message):
    folder = tmp_path / "read"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with pytest.raises(StaleOutput, match=message):
        bring(folder, {"a": "1"})
    assert snapshot(folder) == files


@pytest.mark.parametrize("left", [[], [".DS_Store"], [".a.json.half"]])
def test_an_empty_folder_is_free_to_use(tmp_path, left):
    folder = tmp_path / "read"
    folder.mkdir()
    for name in left:
        (folder / name).write_bytes(b"")
    assert bring(folder, {"a": "1"})[0] == ["a"]
    assert set(snapshot(folder)) == {"a.json", MARKS}


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / "out").write_bytes(b"a file, not a folder")
    with pytest.raises(InvalidConfig, match="expected a folder that can be written to"):
        bring(tmp_path / "out" / "read", {"a": "1"})


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    write_file(tmp_path, "a.json", b"old")
    monkeypatch.setattr("pathlib.Path.replace", _full_disk)
    with pytest.raises(InvalidConfig, match="No space left on device"):
        write_file(tmp_path, "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"old"


def _full_disk(path, target):
    raise OSError(28, "No space left on device")
