"""What comments, docstrings and the two guides name as a file of this repository is there."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from pathlib import Path, PurePosixPath
from typing import Final

REPOSITORY: Final = Path(__file__).parents[3]
NAMED: Final = re.compile(
    r"(?<![\w@/.*<>{}$~-])((?:\.?[\w-]+/)*[\w.-]*\w\.(?:py|ts|js|svelte|css|html|md|toml|ftl|sh|in|lock))(?![\w/(-]|\.\w)"
)
COMMENT: Final = re.compile(r"/\*.*?\*/|<!--.*?-->|(?<![:\"'`\w])//[^\n]*", re.DOTALL)
GUIDES: Final = ("README.md", "CONTRIBUTING.md")
MADE: Final = frozenset({"noscript.js", "report.html", "other.toml"})
"""What is made by a run, or stands for any name."""
TO_COME: Final = frozenset(
    {
        "server/dialogue/rooms/actions.py",
        "ActionDialog.svelte",
        "actions.ts",
        "test.ts",
        "fake_live.svelte.ts",
    }
)
"""In CONTRIBUTING's example of an act that is yet to be added; ends of names."""
LIBRARIES: Final = frozenset({"Node.js"})


def _files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 -- git as everywhere
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.split("\n") if name and (REPOSITORY / name).is_file()]


def _said(name: str) -> str:
    """Comments and docstrings of a source, the whole of a guide."""
    text = (REPOSITORY / name).read_text("utf-8")
    if name in GUIDES:
        return text
    if name.endswith(".py"):
        comments = [
            token.string
            for token in tokenize.generate_tokens(io.StringIO(text).readline)
            if token.type == tokenize.COMMENT
        ]
        docstrings = [
            node.value.value
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ]
        return "\n".join([*comments, *docstrings])
    return "\n".join(COMMENT.findall(text))


def test_every_file_that_is_named_is_there() -> None:
    """By its path from the root or from where it is named, or by the end of one; so no comment leads nowhere."""
    files = _files()
    ends = {"/".join(PurePosixPath(file).parts[at:]) for file in files for at in range(file.count("/") + 1)}
    found, gone = 0, []
    for file in files:
        if not file.endswith((".py", ".ts", ".js", ".svelte", ".css")) and file not in GUIDES:
            continue
        for named in NAMED.findall(_said(file)):
            plain = named.removeprefix("./")
            if plain in MADE | TO_COME | LIBRARIES or PurePosixPath(plain).name in MADE:
                continue
            found += 1
            if plain not in ends:
                gone.append(f"{file}: {named}")
    assert found > 60
    assert "\n".join(gone) == ""
