"""Random papers: Danish words in paragraphs, lists and minutes, set on pages with known places."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from tests.unit.read.sheets import Gap, Line, Sheet, big, bold, gap, line, page, para, prose

_WORDS = (
    "råd rådet møde mødet borger borgere borgerne kommune region sundhed pårørende hjælp støtte bolig hjemløs "
    "frivillig forening værested læge sygehus plan planen sag sagen punkt år uge dag årlig økonomi ønske æble "
    "øget åben åbningstid samarbejde samtale tillid tryghed adgang transport tandpleje hverdag behov bør skal "
    "kan vil har er med uden efter mellem også ikke meget mere flere nogle alle ingen god gode bedre dårlig "
    "svær let lang kort ny nye gammel ung unge ældre gruppe arbejdsgruppe erfaring viden indsats tilbud "
    "sundhedsplanlægning brugerinddragelse selvbestemmelse"
)
# Any word may end a line: none is one that a hyphen, a number or a bullet could be read into.
word = st.sampled_from(_WORDS.split())


def sentences(least=4, most=20):
    """Some words with a capital first and a full stop last."""
    return st.lists(word, min_size=least, max_size=most).map(lambda ws: " ".join(ws).capitalize() + ".")


paragraphs = st.lists(sentences(), min_size=1, max_size=2).map(" ".join)
lists = st.lists(sentences(2, 18), min_size=2, max_size=4)
titles = st.lists(word, min_size=2, max_size=6).map(lambda ws: " ".join(ws).capitalize())


@dataclass(frozen=True)
class Made:
    """A random paper: what was set, as `kind: text`, and its pages."""

    told: tuple[str, ...]
    sheets: tuple


def _item(text: str, x: float) -> list[Line]:
    """A bulleted item, its lines hanging below its first word."""
    first, *rest = para(text, x + 18)
    return [replace(first, pieces=((x, "–"), *first.pieces)), *rest]


@st.composite
def texts(draw):
    """A paper of paragraphs and lists, over as many pages as it takes; the first paragraph shows how it is set."""
    blocks = [prose(0, sentences=6), *draw(st.lists(st.one_of(paragraphs, lists), min_size=1, max_size=5))]
    told, printed = [], []
    for block in blocks:
        if isinstance(block, str):
            told.append(f"paragraph: {block}")
            printed.append(para(block))
        else:
            told += [f"item: – {point}" for point in block]
            printed.append([made for point in block for made in _item(point, 88)])
    return Made(tuple(told), tuple(paged(printed, per_page=draw(st.integers(5, 20)))))


def paged(blocks, *, per_page):
    """Lines on pages of so many lines or a few more, with room between blocks; a block may go on over the page.

    No page ends with a sentence inside a paragraph: nobody could tell whether the next page begins another.
    """
    sheets: list[Sheet] = []
    current: list[Line | Gap] = []
    for block in blocks:
        for n, printed in enumerate(block):
            told = n > 0 and block[n - 1].pieces[-1][1].endswith(".")
            if sum(isinstance(e, Line) for e in current) >= per_page and not told:
                sheets.append(page(current))
                current = []
            current.append(printed)
        current.append(gap())
    return [*sheets, page(current)]


@dataclass(frozen=True)
class Minutes:
    """Random minutes: number, title and (heading, text) of each item's sections, and the pages."""

    items: tuple
    sheets: tuple


SECTIONS = {
    "Resume": "resume", "Sagsfremstilling": "sagsfremstilling", "Økonomi": "økonomi", "Indstilling": "indstilling",
    "Beslutning": "beslutning",
}  # fmt: skip
FORMS = ("{}. {}", "{} {}", "{}) {}", "Punkt {}: {}", "Pkt. {} {}")


@st.composite
def minutes(draw):
    """Minutes of some items, each with some sections in some order, in one of the forms councils number them."""
    form, first = draw(st.sampled_from(FORMS)), draw(st.sampled_from((1, 1, 1, 36, 715)))
    heads = draw(st.lists(titles, min_size=2, max_size=4))
    items, printed = [], [[big("Referat fra Ældrerådet")], [line("Dato: 3. maj 2024"), line("Sted: Rådhuset")]]
    for number, title in enumerate(heads, start=first):
        names = draw(st.lists(st.sampled_from(sorted(SECTIONS)), min_size=1, max_size=3, unique=True))
        told = [(name, draw(sentences())) for name in names]
        items.append((str(number), title, tuple(told)))
        printed.append([bold(form.format(number, title), size=13)])
        for name, text in told:
            printed.append([bold(name), *para(text)])
    return Minutes(tuple(items), tuple(paged(printed, per_page=18)))
