"""The pages / and /screen for browsers that run no script, or not ours: the public view as HTML, before any runs.

Pure, but for catalogues and templates: a view, a wish and an instant in, HTML out. The faces that run live
(`web_client/src`) take its place where scripts run, and say the same.
"""
