"""What may come into the house as a file: decided by its content, the same for page, API and submission."""

from .examination import MOST_BYTES, MOST_MEGABYTES, Examined, examine
from .kinds import ENDINGS, may_be_shown
