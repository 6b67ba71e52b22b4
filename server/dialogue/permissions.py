"""Who may give which command when: one table, role x command x phase."""

from msgspec import Struct

from server.dialogue import commands as cmd
from server.dialogue.actor import Actor
from server.dialogue.refusals import Refused
from server.dialogue.state import State
from server.dialogue.values import Phase

ROUNDS: frozenset[Phase] = frozenset({"interventions", "exchange"})
HEARD: frozenset[Phase] = frozenset({*ROUNDS, "closing"})
"""Where slots and answers are heard; what is left of the exchange may be taken in the closing."""
SESSION: frozenset[Phase] = frozenset({"opening", *HEARD})
BEFORE_CLOSE: frozenset[Phase] = frozenset({"scheduled", *SESSION})
CORRECTIONS: frozenset[Phase] = frozenset({*SESSION, "closed"})
"""R39: after the close the record is corrected; the journal keeps the original."""
ALWAYS: frozenset[Phase] = frozenset({*BEFORE_CLOSE, "closed"})


class Permit(Struct, frozen=True):
    """Who may give a command, and in which phases. Observers, screens and podium may give none (R14)."""

    phases: frozenset[Phase]
    console: bool = True
    seat: bool = False
    stage: bool = False
    """The technician's: what the screens show, whichever console presides."""


PERMITS: dict[type[cmd.Command], Permit] = {
    cmd.MoveStep: Permit(ALWAYS),
    cmd.Extend: Permit(SESSION),
    cmd.Suspend: Permit(SESSION),
    cmd.ResumeSession: Permit(SESSION),
    cmd.TakeChair: Permit(ALWAYS),
    cmd.AnswerTakeOver: Permit(ALWAYS),
    cmd.OrderSlot: Permit(frozenset({"interventions"})),
    cmd.ArrangeSlot: Permit(frozenset({"interventions"}), seat=True),
    cmd.DeferSlot: Permit(frozenset({"interventions"})),
    cmd.RestoreSlot: Permit(frozenset({"interventions"})),
    cmd.Ask: Permit(BEFORE_CLOSE, seat=True),
    cmd.ChangeRequest: Permit(BEFORE_CLOSE, seat=True),
    cmd.Withdraw: Permit(BEFORE_CLOSE, seat=True),
    cmd.MoveRequest: Permit(BEFORE_CLOSE),
    cmd.SetOrder: Permit(BEFORE_CLOSE),
    cmd.CloseList: Permit(BEFORE_CLOSE),
    cmd.OpenList: Permit(BEFORE_CLOSE),
    cmd.Call: Permit(SESSION),
    cmd.WithdrawCall: Permit(SESSION),
    cmd.MarkNotHere: Permit(SESSION),
    cmd.Return: Permit(BEFORE_CLOSE, seat=True),
    cmd.Start: Permit(SESSION),
    cmd.End: Permit(SESSION),
    cmd.FinishInterpretation: Permit(SESSION),
    cmd.Hold: Permit(SESSION),
    cmd.Resume: Permit(SESSION),
    cmd.AdjustTime: Permit(SESSION),
    cmd.StartEarlier: Permit(SESSION),
    cmd.Void: Permit(SESSION),
    cmd.Sign: Permit(SESSION, console=False, seat=True),
    cmd.RaiseIssue: Permit(BEFORE_CLOSE, seat=True),
    cmd.AmendIssue: Permit(ALWAYS, seat=True),
    cmd.Link: Permit(CORRECTIONS, seat=True),
    cmd.SetAnswers: Permit(BEFORE_CLOSE),
    cmd.PromiseWritten: Permit(HEARD, seat=True),
    cmd.Reopen: Permit(frozenset({"closed"})),
    cmd.SetAway: Permit(BEFORE_CLOSE, seat=True),
    cmd.Substitute: Permit(BEFORE_CLOSE, seat=True),
    cmd.AddGuest: Permit(SESSION),
    cmd.LastCall: Permit(frozenset({"opening", *ROUNDS})),
    cmd.Tighten: Permit(ROUNDS),
    cmd.Cede: Permit(HEARD, seat=True),
    cmd.WithdrawIssue: Permit(BEFORE_CLOSE, seat=True),
    cmd.MergeIssue: Permit(CORRECTIONS),
    cmd.SplitIssue: Permit(CORRECTIONS),
    cmd.MarkIssue: Permit(CORRECTIONS, seat=True),
    cmd.RaisePoint: Permit(SESSION, seat=True),
    cmd.WithdrawPoint: Permit(SESSION, seat=True),
    cmd.RecognisePoint: Permit(SESSION),
    cmd.RulePoint: Permit(CORRECTIONS),
    cmd.ShowMessage: Permit(ALWAYS, stage=True),
    cmd.ClearMessage: Permit(ALWAYS, stage=True),
    cmd.SetScene: Permit(ALWAYS, stage=True),
    cmd.Undo: Permit(BEFORE_CLOSE),
    cmd.Rehearse: Permit(frozenset({"scheduled"})),
}


def check_permitted(state: State, actor: Actor, command: cmd.Command) -> None:
    """Refused if this role may never give this command, if another console presides, or in the wrong phase."""
    permit = PERMITS[type(command)]
    allowed = {"console": permit.console, "seat": permit.seat, "stage": permit.stage}.get(actor.role, False)
    if not allowed:
        raise Refused("not_allowed", actor.role)
    if actor.role == "console" and str(actor) != state.console and not isinstance(command, cmd.TakeChair):
        raise Refused("not_active_console", state.console)
    if state.step.phase not in permit.phases:
        raise Refused("not_now", state.step.phase)
