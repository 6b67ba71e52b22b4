"""The record: what a dialogue produced, from one pure model, in every format and language.

`composed` makes a `model.Record` of the state and of what the Secretariat wrote; it knows no language. `document` puts
it into sentences and tables of one language; each format is drawn from those two and nothing else. Pure: a state and an
instant in, bytes out; the same state gives the same bytes.
"""
