"""The rooms: one for each group of rules. Each holds its commands, with who may give them and what they lead to, and
its events, with what they change, what takes them back, and what they touch. `server.dialogue.registry` lists them.
"""
