"""Deciding: the state, a command and who gives it lead to events, or to a refusal. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from server.dialogue import commands as cmd
from server.dialogue.actor import Actor
from server.dialogue.events import Event
from server.dialogue.permissions import check_permitted
from server.dialogue.refusals import Refused
from server.dialogue.rules import (
    chair,
    clock,
    content,
    floor,
    issue_board,
    issues,
    lineup,
    points,
    requests,
    screens,
    seats,
    session,
    speakers,
    undo,
)
from server.dialogue.rules.context import Context, Events
from server.dialogue.state import State

Rule = Callable[[Context, Any], Events]


def _rehearse(ctx: Context, _c: cmd.Rehearse) -> Events:
    """Only an empty journal can become a rehearsal, and then the session writes its first event anew."""
    raise Refused("not_now", ctx.state.step.phase)


RULES: dict[type[cmd.Command], Rule] = {
    cmd.MoveStep: session.move_step,
    cmd.Extend: session.extend,
    cmd.Suspend: session.suspend,
    cmd.ResumeSession: session.resume_session,
    cmd.TakeChair: chair.take_chair,
    cmd.AnswerTakeOver: chair.answer_take_over,
    cmd.OrderSlot: lineup.order_slot,
    cmd.ArrangeSlot: lineup.arrange_slot,
    cmd.DeferSlot: lineup.defer_slot,
    cmd.RestoreSlot: lineup.restore_slot,
    cmd.Ask: requests.ask,
    cmd.ChangeRequest: requests.change_request,
    cmd.Withdraw: requests.withdraw,
    cmd.MoveRequest: requests.move_request,
    cmd.SetOrder: speakers.set_order,
    cmd.CloseList: speakers.close_list,
    cmd.OpenList: speakers.open_list,
    cmd.Call: floor.call,
    cmd.WithdrawCall: floor.withdraw_call,
    cmd.MarkNotHere: floor.not_here,
    cmd.Return: seats.back,
    cmd.Start: floor.start,
    cmd.End: floor.end,
    cmd.FinishInterpretation: floor.finish_interpretation,
    cmd.Hold: clock.hold,
    cmd.Resume: clock.resume,
    cmd.AdjustTime: clock.adjust_time,
    cmd.StartEarlier: clock.start_earlier,
    cmd.Void: floor.void,
    cmd.Sign: floor.sign,
    cmd.RaiseIssue: issues.raise_issue,
    cmd.AmendIssue: issues.amend_issue,
    cmd.Link: content.link,
    cmd.SetAnswers: content.set_answers,
    cmd.PromiseWritten: content.promise_written,
    cmd.Reopen: session.reopen,
    cmd.SetAway: seats.set_away,
    cmd.Substitute: seats.substitute,
    cmd.AddGuest: seats.add_guest,
    cmd.LastCall: speakers.last_call,
    cmd.Tighten: speakers.tighten,
    cmd.Cede: floor.cede,
    cmd.WithdrawIssue: issues.withdraw_issue,
    cmd.MergeIssue: issue_board.merge_issue,
    cmd.SplitIssue: issue_board.split_issue,
    cmd.MarkIssue: issue_board.mark_issue,
    cmd.RaisePoint: points.raise_point,
    cmd.WithdrawPoint: points.withdraw_point,
    cmd.RecognisePoint: points.recognise,
    cmd.RulePoint: points.rule,
    cmd.ShowMessage: screens.show_message,
    cmd.ClearMessage: screens.clear_message,
    cmd.SetScene: screens.set_scene,
    cmd.Undo: undo.undo,
    cmd.Rehearse: _rehearse,
}


def decide(
    state: State,
    command: cmd.Command,
    actor: Actor,
    now_ms: int,
    consoles_silent_ms: Mapping[str, int],
) -> tuple[Event, ...]:
    """The events that `command` leads to; at least one.

    `now_ms` is not before the state's last instant. `consoles_silent_ms` says of each console ("console:chair")
    how long it has been silent, for R4. Raises Refused with a stable code when the command may not be carried out.
    """
    check_permitted(state, actor, command)
    return RULES[type(command)](Context(state, actor, now_ms, consoles_silent_ms), command)
