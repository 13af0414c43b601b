"""How training scores names, and that what it writes loads without it."""

import spacy
from spacy.tokens import Doc
from spacy.training import Example

from training.callbacks import names_score, usual_scorer

DANISH = spacy.blank("da")


def marked(*tags):
    return Doc(DANISH.vocab, words=["Per", "fra", "SF", "i", "Oslo"], ents=list(tags))


def test_organisations_have_a_score_of_their_own():
    right = marked("B-PER", "O", "B-ORG", "O", "B-LOC")
    without = marked("B-PER", "O", "O", "O", "B-LOC")
    assert names_score([Example(right, right)])["ents_org_f"] == 1
    assert names_score([Example(without, right)])["ents_org_f"] == 0
    assert names_score([Example(without, without)])["ents_org_f"] == 0


def test_what_goes_to_disk_names_the_usual_scorer():
    language = spacy.blank("da")
    language.add_pipe("ner", config={"scorer": {"@scorers": "raadspor.names_scorer.v1"}})
    written = usual_scorer()(language)
    assert written.config["components"]["ner"]["scorer"] == {"@scorers": "spacy.ner_scorer.v1"}
