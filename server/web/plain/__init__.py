"""The pages / and /screen without scripts: the public view as plain HTML, drawn before any script runs.

Pure, but for the catalogues it reads: a view, a language and an instant in, HTML out. The faces that run live
(`web_client/src`) take its place where scripts run, and say the same.
"""
