"""All a stage may know beside its input: the settings of `params.yaml` and the lexicons."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from pipeline.errors import InvalidConfig
from pipeline.lexicons import Lexicons
from pipeline.lexicons.validated import parse_yaml


class Settings(BaseModel):
    """A frozen group of settings; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ReadSettings(Settings):
    """Limits of what is read of one paper: what lies beyond is a line in the ledger."""

    max_pages: int = Field(default=1000, ge=1)
    max_page_chars: int = Field(default=50_000, ge=1_000)
    max_file_megabytes: int = Field(default=500, ge=1)


class StructureSettings(Settings):
    """Nothing to set yet."""


class ExtractSettings(Settings):
    """Nothing to set yet."""


class NlpSettings(Settings):
    """Which spaCy pipeline is used."""

    model: str = "da_ddt_sm"


class ResolveSettings(Settings):
    """Nothing to set yet."""


class LinkSettings(Settings):
    """From which score a link is taken for a fact, how many candidates are kept, and which embeddings are asked."""

    embeddings: str = "e5"
    threshold: float = Field(default=0.7, ge=0, le=1)
    candidates: int = Field(default=10, ge=0)


class TablesSettings(Settings):
    """Nothing to set yet."""


class GraphSettings(Settings):
    """Nothing to set yet."""


class ReportSettings(Settings):
    """Nothing to set yet."""


class Config(Settings):
    """`params.yaml`: one group for each stage, and one for the language model."""

    read: ReadSettings = ReadSettings()
    structure: StructureSettings = StructureSettings()
    extract: ExtractSettings = ExtractSettings()
    nlp: NlpSettings = NlpSettings()
    resolve: ResolveSettings = ResolveSettings()
    link: LinkSettings = LinkSettings()
    tables: TablesSettings = TablesSettings()
    graph: GraphSettings = GraphSettings()
    report: ReportSettings = ReportSettings()


def parse_config(text: str, *, name: str = "params.yaml") -> Config:
    """The settings of a YAML text; `InvalidConfig` with file, line and what is allowed."""
    return parse_yaml(text or "{}", TypeAdapter(Config), name=name, error=InvalidConfig)


@dataclass(frozen=True)
class Context:
    """Settings and lexicons; `digest` changes when either does."""

    config: Config
    lexicons: Lexicons

    @cached_property
    def digest(self) -> str:
        """16 hex digits over settings and lexicons."""
        return sha256(f"{self.config.model_dump_json()}{self.lexicons.digest}".encode()).hexdigest()[:16]
