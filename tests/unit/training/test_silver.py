"""Names that recognisers agree on, held against the treebank's proper nouns."""

from collections import Counter

import pytest
import spacy
from spacy.tokens import Doc

from training.silver import _judged

DANISH = spacy.blank("da")


def document(*tagged: str) -> Doc:
    """`Per/PROPN` for each word."""
    words, tags = zip(*(word.split("/") for word in tagged), strict=True)
    return Doc(DANISH.vocab, words=list(words), pos=list(tags))


@pytest.mark.parametrize(
    ("votes", "names", "left_open"),
    [
        # Two of three for the whole run of proper nouns.
        ({(0, 2, "PER"): 2, (0, 2, "ORG"): 1}, [("Per Holm", "PER")], []),
        # Half a name does not hold with two votes; the words are left open rather than called nothing.
        ({(1, 2, "PER"): 2}, [], ["Per", "Holm"]),
        # A word that is no proper noun is no person, whoever says so.
        ({(0, 2, "PER"): 3, (2, 3, "PER"): 3}, [("Per Holm", "PER")], []),
        # An organisation needs every vote when it is no proper noun; short of them it stays open.
        ({(0, 2, "PER"): 3, (3, 4, "ORG"): 2}, [("Per Holm", "PER")], ["Rådet"]),
        ({(0, 2, "PER"): 3, (3, 4, "ORG"): 3}, [("Per Holm", "PER"), ("Rådet", "ORG")], []),
    ],
)
def test_votes(votes, names, left_open):
    judged = _judged(document("Per/PROPN", "Holm/PROPN", "fra/ADP", "Rådet/NOUN"), Counter(votes), 3)
    assert [(e.text, e.label_) for e in judged.ents] == names
    assert [t.text for t in judged if t.ent_iob == 0] == left_open
