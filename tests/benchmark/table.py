"""The one table a measurement prints."""

from dataclasses import dataclass

from tests.benchmark.load import Measured

COLUMNS = {
    "p50 ms": 8,
    "rate/s": 9,
    "queries": 9,
    "bare p50": 10,
    "bare rate": 11,
    "p50 ratio": 11,
    "rate share": 12,
}
HEAD = " " * 36 + "".join(f"{name:>{width}}" for name, width in COLUMNS.items())
MEMORY_LIMITS = {"web worker": 120, "Celery worker": 150}


@dataclass(frozen=True)
class Row:
    """One measurement: the product, and the bare application beside it."""

    name: str
    queries: int
    product: Measured
    bare: Measured | None

    def __str__(self) -> str:
        ours = f"{self.name:<36}{self.product.p50:>8.2f}{self.product.rate:>9.0f}{self.queries:>9}"
        if not self.bare:
            return ours
        ratio, share = self.product.p50 / self.bare.p50, self.product.rate / self.bare.rate
        return f"{ours}{self.bare.p50:>10.2f}{self.bare.rate:>11.0f}{ratio:>11.1f}{share:>12.0%}"


def show(rows: list[Row], megabytes: dict[str, float], actions: int) -> None:
    print(f"{actions} actions, 2 web workers\n{HEAD}")
    for row in rows:
        print(row)
    for name, size in megabytes.items():
        print(f"{name + ', resident':<36}{size:>8.0f} MB (at most {MEMORY_LIMITS[name]})")
