# Why an act was not carried out: a sentence for each code. Nothing has changed.

refusal-not_allowed = This link does not allow that.
refusal-not_now = That cannot be done at this moment.
refusal-not_yours = That belongs to another seat.
refusal-not_active_console = Another console presides; this one only watches.
refusal-overtaken = Things have changed meanwhile. Look how they stand now, and do it again if it is still needed.
refusal-unknown = That does not exist any more.
refusal-floor_taken = Somebody has the floor already.
refusal-list_closed = The list of speakers is closed. The chair can admit you.
refusal-already_asked = You have asked for the floor already; you can change that request.
refusal-nothing_due = No question is waiting for an answer.
refusal-time_out_of_range = The time would go beyond its limits.
refusal-limit_reached = The rules allow no more of these.
refusal-too_long = The text is too long. Please shorten it.
refusal-no_text = There is nothing in this text that can be read. Please write it out.
refusal-too_many_devices = This seat is open on other devices already; close one of them.
refusal-take_over_waits = The other console may still object. Wait a few seconds.
refusal-bad_links = What was named does not fit this kind of statement.
refusal-bad_command = The server did not understand the act. Load the page again.
refusal-id_reused = The number of this act was used for another one already, so it does not count. Do it again.
refusal-busy = Too many acts are waiting. Try again in a moment.
refusal-not_saved = It could not be saved; the act does not count. Try again.
refusal-unsettled = It is not known yet whether this was saved; it is being asked again.
refusal-revoked = This link is not known here. Copy the whole of it once more. Please ask the Secretariat for yours if that does not help.
refusal-reload = There is a new version. Load the page again.
refusal-failed = The server made an error; nothing has changed.
