"""Days in any form that papers print, and letters of any kind."""

import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.days import find_days, find_times
from pipeline.model.ids import finding_ids, fold
from pipeline.read.letters import clean_letters

_YEAR = "januar februar marts april maj juni juli august september oktober november december"
MONTHS = _YEAR.split()
FORMS = (
    lambda d: f"{d.day}. {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day}. {MONTHS[d.month - 1][:3]}. {d.year}",
    lambda d: f"{d.day:02d}-{d.month:02d}-{d.year}",
    lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    lambda d: f"{d.day}.{d.month}. {d.year}",
    lambda d: f"{d.day}/{d.month}-{d.year}",
    lambda d: d.isoformat(),
)
days = st.dates(date(1990, 1, 1), date(2039, 12, 31))
MANY = settings(max_examples=100)


@MANY
@given(
    days,
    st.sampled_from(FORMS),
    st.sampled_from(["{}", "den {}", "torsdag d. {} kl. 13:00", "({})", "Dato: {}, Rådhuset"]),
)
def test_a_day_is_found_in_every_form(day, form, around):
    text = around.format(form(day))
    assert [(d.iso, text[d.start : d.end].rstrip(".")) for d in find_days(text)] == [
        (day.isoformat(), form(day).rstrip("."))
    ]


@MANY
@given(
    st.times(),
    st.times(),
    st.sampled_from(["kl. {}-{}", "kl. {} - {}", "kl. {} – {}", "kl. {} til {}", "Kl. {} til kl. {}"]),
)
def test_times_are_found_in_every_form(start, end, form):
    a, b = (f"{t.hour:02d}.{t.minute:02d}" for t in (start, end))
    assert find_times(form.format(a, b)) == (a.replace(".", ":"), b.replace(".", ":"))


@MANY
@given(st.text(max_size=40))
def test_no_text_breaks_the_finders(text):
    for day in find_days(text):
        date.fromisoformat(day.iso)
        assert text[day.start : day.end].strip()
    for time in find_times(text):
        assert time is None or len(time) == 5


GLYPHS = st.lists(st.text(st.characters(codec="utf-16"), min_size=1, max_size=2), max_size=12)


@MANY
@given(GLYPHS)
def test_letters_and_their_edges_stay_together(glyphs):
    placed = [(g, 7.0 * n, 7.0 * n + 7) for n, g in enumerate(glyphs)]
    text, edges = clean_letters(placed, private_use={})
    assert len(edges) == (len(text) + 1 if text else 0)
    assert list(edges) == sorted(edges)
    assert "\u00ad" not in text[:-1]
    assert not any(unicodedata.category(c) in {"Co", "Cc"} for c in text)


@MANY
@given(st.text("abcdefghijklmnopqrstuvwxyzæøåéüö -", max_size=30))
def test_danish_text_stays_what_it_is(text):
    placed = [(c, 7.0 * n, 7.0 * n + 7) for n, c in enumerate(text)]
    decomposed = [(unicodedata.normalize("NFD", c), a, b) for c, a, b in placed]
    assert clean_letters(placed, private_use={})[0] == text
    assert clean_letters(decomposed, private_use={})[0] == text


@MANY
@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@MANY
@given(st.lists(st.sampled_from(["Godkendt.", "godkendt", "Udsat.", "Drøftet"]), max_size=8), st.integers(0, 8))
def test_an_id_does_not_move_when_other_words_come_before_it(texts, at):
    ids = list(finding_ids("decisions", "paper", texts))
    assert len(set(ids)) == len(ids)
    more = [*texts[:at], "Noget helt andet", *texts[at:]]
    moved = list(finding_ids("decisions", "paper", more))
    assert [i for n, i in enumerate(moved) if n != min(at, len(texts))] == ids
