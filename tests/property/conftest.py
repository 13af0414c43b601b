"""Two ways to run the properties: the same few examples every time, or, by hand, many new ones.

`pytest tests/property --hypothesis-profile wide` looks further than the suite does.
"""

from hypothesis import Phase, settings

# Without shrinking: a failing paper is small, and reading it again fifty times costs more than it tells.
QUICK = (Phase.explicit, Phase.generate)

settings.register_profile("steady", max_examples=20, deadline=None, derandomize=True, database=None, phases=QUICK)
settings.register_profile("wide", max_examples=300, deadline=None, database=None)
settings.load_profile("steady")
