"""The page as Markdown, HTML and Typst, by one template and for each form the macros that it is printed with.

What stands on the page comes from papers, which nobody vouches for: every text passes the form's own escape `t`, and
there is no other way onto the page.
"""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from pipeline.report.status_model import StatusPage

Form = Literal["md", "html", "typ"]
TEMPLATES = ("page.j2", "html.j2", "md.j2", "typ.j2")

# Letters that steer a terminal, turn the direction of the line, or end it.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]")
_SPACE = re.compile(r"[\s\u2028\u2029]+")
# An underscore between letters, or a line of them to write on, is no markup; nor is [sic], which links nowhere.
_MARKS = re.compile(r"[\\`*<>|~$]|\[(?!sic\])|(?<!\[sic)\]|&(?=#?\w+;)|_+")
_OPENING = re.compile(r"^(\s*\d*)([#+=.)-])(?=\s|[#+=-]|$)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def render_text(page: StatusPage, form: Form, templates: Mapping[str, str]) -> str:
    """The page in one form; `templates` are the texts of `TEMPLATES` by name."""
    environment = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=form == "html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=False,
        keep_trailing_newline=True,
    )
    environment.filters |= {"t": _ESCAPES[form], "s": typst_string, "raised": raised, "opening": opening}
    text = environment.get_template("page.j2").render(page=page, form=environment.get_template(f"{form}.j2"))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def plain(text: str) -> str:
    """Text from a paper on one line, without letters that are none."""
    return _SPACE.sub(" ", _CONTROL.sub("\ufffd", text))


def markdown(text: str) -> str:
    """The text so that no Markdown reader takes a part of it for markup."""
    return _MARKS.sub(_backslashed, plain(text))


def _backslashed(mark: re.Match[str]) -> str:
    if mark[0][0] == "_":
        before, after = mark.string[: mark.start()][-1:], mark.string[mark.end() :][:1]
        if before.isalnum() is after.isalnum() is True or not (before + after).strip():
            return mark[0]
    return "".join(f"\\{letter}" for letter in mark[0])


def opening(text: str) -> str:
    """Markdown at the beginning of a line, where a number or a dash would begin a list, and # a heading."""
    return _OPENING.sub(r"\1\\\2", text)


def html(text: str) -> Markup:
    """The text, harmless in HTML."""
    return escape(plain(text))


def typst(text: str) -> str:
    """The text as an expression of Typst: a string, in which nothing is markup."""
    return f"#{typst_string(text)};"


def typst_string(text: str) -> str:
    """The text as a string of Typst."""
    return '"' + plain(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def raised(number: int) -> str:
    """`12` → `¹²`."""
    return str(number).translate(_RAISED)


_ESCAPES: Mapping[Form, Callable[[str], str]] = {"md": markdown, "html": html, "typ": typst}
