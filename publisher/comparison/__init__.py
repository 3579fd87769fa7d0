"""Two versions of an issue compared, in what an editor calls its parts. Pure."""

from publisher.comparison.articles import Changed, Comparison, Field, compare
from publisher.comparison.wording import Stretch, Where, differences

__all__ = ["Changed", "Comparison", "Field", "Stretch", "Where", "compare", "differences"]
