"""Long lists of wordings as one pattern, put together by the letter they begin with.

`re` tries one alternative after the other, at every word of a text. Of a hundred few begin with the
letter at hand: only these are then tried.
"""


def any_of(wordings: str) -> str:
    """The pattern for any of some wordings, parted by " | ", each of which begins with a letter."""
    of_letter: dict[str, list[str]] = {}
    for wording in wordings.split(" | "):
        # "[Nn]ot" begins with either.
        both = wording[0] == "["
        letters, rest = (wording[1:3], wording[4:]) if both else (wording[0], wording[1:])
        for letter in letters:
            of_letter.setdefault(letter, []).append(rest)
    by_letter = (f"{letter}(?:{'|'.join(rests)})" for letter, rests in of_letter.items())
    return f"(?:{'|'.join(by_letter)})"
