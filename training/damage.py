"""Copies of lines as a bad text layer gives them: glued words, broken hyphens, capitals, missing spaces."""

from random import Random

from training.lines import Line, Name


def damaged(line: Line, rng: Random) -> Line:
    """The line with one kind of damage; the names stay where they are."""
    kind = rng.choice((_without_spaces, _capitals, _broken_word, _without_stop))
    return kind(line, rng)


def _without_spaces(line: Line, rng: Random) -> Line:
    """Some spaces beside signs lost; the tokens stay, what parts them goes."""
    spaces = tuple(
        space and not (rng.random() < 0.5 and (not word.isalnum() or not following.isalnum()))
        for word, space, following in zip(line.words, line.spaces, (*line.words[1:], ""), strict=True)
    )
    return Line(line.words, spaces, line.names)


def _capitals(line: Line, _rng: Random) -> Line:
    """The whole line in capitals, as headings often stand."""
    return Line(tuple(word.upper() for word in line.words), line.spaces, line.names)


def _broken_word(line: Line, rng: Random) -> Line:
    """One long word broken with a hyphen at the end of a printed line."""
    long = [i for i, word in enumerate(line.words) if len(word) > 8 and word.isalpha()]
    if not long:
        return line
    at = rng.choice(long)
    cut = rng.randint(3, len(line.words[at]) - 3)
    word = line.words[at]
    words = (*line.words[:at], f"{word[:cut]}-", word[cut:], *line.words[at + 1 :])
    spaces = (*line.spaces[:at], True, line.spaces[at], *line.spaces[at + 1 :])
    return Line(words, spaces, tuple(_past(name, at) for name in line.names))


def _past(name: Name, broken: int) -> Name:
    """The span once the token at `broken` has become two."""
    return Name(name.start + (name.start > broken), name.end + (name.end > broken), name.label)


def _without_stop(line: Line, _rng: Random) -> Line:
    """The closing stop lost, as at the end of a list item."""
    if len(line.words) < 3 or line.words[-1] != "." or any(n.end == len(line.words) for n in line.names):
        return line
    return Line(line.words[:-1], (*line.spaces[:-2], line.spaces[-1]), line.names)
