"""The verbs whose sentences some rule ought to claim: `unclaimed.yaml`."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml


class _Verbs(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    anbefaler: str
    beslutter: str
    fortæller: str


def load_unclaimed(texts: Mapping[str, str]) -> Mapping[str, str]:
    """From each verb's dictionary form to its kind; `InvalidLexicon` when the file does not hold them."""
    raw = parse_yaml(texts["unclaimed.yaml"], TypeAdapter(_Verbs), name="unclaimed.yaml", error=InvalidLexicon)
    return {verb: kind for kind, verbs in raw.model_dump().items() for verb in verbs.split()}
