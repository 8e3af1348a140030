"""Where a passage stands in a document's text."""

from tracker.errors import Refused


def line_numbers(text: str, quote: str) -> str:
    """Give the lines of `text`, counted from 1, on which `quote` stands: "117-119", or "117".

    Raises Refused where the text does not hold it to the letter.
    """
    start = text.find(quote)
    if start < 0:
        raise Refused(f"The document does not hold the passage “{quote[:60]}”.")
    first = text.count("\n", 0, start) + 1
    last = first + quote.count("\n")
    return str(first) if first == last else f"{first}-{last}"
