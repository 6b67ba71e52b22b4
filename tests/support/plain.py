"""A state as plain JSON values, to be compared and stored: the undo list worked out, frozen pictures with it."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from server.dialogue.decider import Known
from server.dialogue.model.state import State
from server.dialogue.model.table import Table


def plain(known: Known | None) -> dict[str, Any]:
    """All that is known, whatever the classes are that hold it."""
    assert known is not None
    state, pictures = known
    frozen = {screen: _plain(pictures[seq]) for screen, seq in state.frozen_at.items()}
    for picture in frozen.values():
        del picture["setup"]  # that of the state
    return _plain(state) | {"acts": undo_list(state), "pictures": frozen}


def undo_list(state: State) -> list[dict[str, Any]]:
    """The chair's acts that may be undone: what would take each back, what it touches, and what overtook it (R6)."""
    acts = state.acts
    return [
        {
            "seq": act.seq,
            "kind": act.kind,
            "about": act.about,
            "undo": msgspec.json.decode(msgspec.json.encode(act.compensations)),
            "touches": sorted(act.touches),
            "overtaken_by": sorted(
                {*act.overtaken_by, *(b.seq for b in acts[n + 1 :] if not b.touches.isdisjoint(act.touches))}
            ),
        }
        for n, act in enumerate(acts)
    ]


def _plain(state: State) -> dict[str, Any]:
    text = msgspec.json.encode(replace(state, acts=()), enc_hook=_table)
    return msgspec.json.decode(text, type=dict[str, Any])


def _table(value: object) -> object:
    if isinstance(value, Table):
        return dict(value)
    raise NotImplementedError(type(value))
