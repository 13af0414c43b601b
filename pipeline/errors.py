"""The few kinds of error an operator can mend; each message says what was expected, found, and what to do."""


class RaadsporError(Exception):
    """An error that is not a bug: `cli.py` prints its message and nothing else."""


class UnreadablePaper(RaadsporError):
    """A paper, or a page of it, that cannot be read; becomes a line in the ledger."""


class InvalidLexicon(RaadsporError):
    """A lexicon entry that does not hold; names file and line."""


class InvalidConfig(RaadsporError):
    """A setting in `params.yaml` or on the command line that does not hold."""


class InvalidGold(RaadsporError):
    """A reference annotation that does not fit its paper."""


class InvalidCurated(RaadsporError):
    """A judgement in `data/curated/` that does not hold."""


class StaleOutput(RaadsporError):
    """A folder of results that is missing, half written, or made by another version."""


class UnexpectedVolume(RaadsporError):
    """A count far from what a council is expected to have."""
