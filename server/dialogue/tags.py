"""How classes are named on the wire and in the journal."""


def snake(name: str) -> str:
    """`RequestAdded` becomes `request_added`."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
