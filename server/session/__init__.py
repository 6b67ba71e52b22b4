"""The one writer: takes commands one at a time, decides, makes the events durable, folds them, tells everybody."""

from server.session.session import Session

__all__ = ["Session"]
