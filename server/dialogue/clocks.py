"""Arithmetic of speech clocks (R19-R24). All values are milliseconds."""

from server.dialogue.values import Statement


def elapsed_ms(statement: Statement, now_ms: int) -> int:
    """Time spoken so far, without holds; 0 before the start."""
    if statement.started_at_ms is None:
        return 0
    until = statement.ended_at_ms or statement.held_at_ms or now_ms
    return max(0, until - statement.started_at_ms - statement.held_ms)


def used_ms(statement: Statement) -> int:
    """Time spoken of a statement that was heard; 0 for one that was not, or was voided."""
    if statement.status != "ended" or statement.ended_at_ms is None or statement.started_at_ms is None:
        return 0
    return max(0, statement.ended_at_ms - statement.started_at_ms - statement.held_ms)


def free_at_ms(statement: Statement) -> int:
    """When the floor was free after a statement that was heard: at its end, or when its interpreter had finished."""
    return statement.interpreted_at_ms or statement.ended_at_ms or 0


def close_hold(statement: Statement, now_ms: int) -> int:
    """`held_ms` once a hold that may be running is counted in."""
    if statement.held_at_ms is None:
        return statement.held_ms
    return statement.held_ms + max(0, now_ms - statement.held_at_ms)
