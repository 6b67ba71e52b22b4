"""The views: what each audience may see, and how it follows from the state. One module for each part.

Allow-lists: a field that is not here does not leave the server. No nulls (an absent field is unset), collections are
maps by id, arrays only where they are bounded. Instants are epoch milliseconds of the dialogue's own clock; nothing
here ticks, the client draws from its estimate of server time.
"""
