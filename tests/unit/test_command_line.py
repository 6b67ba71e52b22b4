"""The command line: one name, one meaning and one environment variable for what commands share; each command runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import click
import pytest
from click.testing import CliRunner

from server.__main__ import main
from server.config.checks import public_url_problem
from server.rehearsal import cli
from server.rehearsal.errors import RehearsalError
from server.rehearsal.play import Options

ROOT: Final = Path(__file__).parents[2]
SHARED: Final = {
    "config": "PALABRA_CONFIG",
    "data": "PALABRA_DATA",
    "port": "PORT",
    "journal": None,
    "host": None,
}
WITHOUT_AIOHTTP: Final = """
import sys
sys.modules["aiohttp"] = None  # importing it says that it is not installed
from server.__main__ import main
main(sys.argv[1:], prog_name="palabra")
"""


def palabra(*arguments: str, **environment: str) -> tuple[int, str]:
    """The exit code and all that was printed."""
    result = CliRunner().invoke(main, arguments, env=environment, catch_exceptions=False)
    return result.exit_code, result.output


def commands() -> dict[str, click.Command]:
    """Every command there is."""
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def test_a_shared_option_is_the_same_in_every_command() -> None:
    """Where a command takes --config, --data, --port, --journal or --host, it reads the same variable as all others."""
    taken = {
        (name, option.name): option.envvar
        for name, command in commands().items()
        for option in command.params
        if option.name in SHARED
    }
    assert {name for name, option in taken if option == "config"} == (
        commands().keys() - {"schema", "monitoring-key"}
    )
    assert {name for name, option in taken if option == "data"} == commands().keys() - {"schema"}
    assert {option: SHARED[option or ""] for _, option in taken} == SHARED
    for (name, option), variable in taken.items():
        assert variable == SHARED[option or ""], f"{name} --{option}"


def test_each_command_explains_itself() -> None:
    """`--help` ends well, and says what the command is for."""
    for name in commands():
        code, told = palabra(name, "--help")
        assert code == 0
        assert len(told.splitlines()) > 4


def test_links_are_those_of_folder_configuration_and_port_in_the_environment(tmp_path: Path) -> None:
    """… and what the command line says counts more."""
    config = tmp_path / "other.toml"
    config.write_text(
        (ROOT / "config.toml").read_text().replace('id = "cartagena-2012"', 'id = "another"', 1)
    )
    places = {"PALABRA_DATA": str(tmp_path / "data"), "PALABRA_CONFIG": str(config), "PORT": "9123"}
    code, told = palabra("links", "--json", **places)
    assert code == 0
    assert json.loads(told)[0]["url"].startswith("http://127.0.0.1:9123/console#t=")
    assert (tmp_path / "data" / "secret").exists()
    shipped = palabra("links", "--json", "--port", "9124", "--config", str(ROOT / "config.toml"), **places)[1]
    assert ":9124/" in shipped
    assert json.loads(shipped)[0]["url"].partition("#")[2] != json.loads(told)[0]["url"].partition("#")[2]


def test_check_config_reads_the_one_in_the_environment(tmp_path: Path) -> None:
    """A mistake in it is named with its file."""
    config = tmp_path / "wrong.toml"
    config.write_text("[dialogue]\ntitel = 1\n")
    code, told = palabra("check-config", PALABRA_CONFIG=str(config))
    assert code == 1
    assert f"{config}: dialogue" in told
    places = {"PALABRA_CONFIG": str(ROOT / "config.toml"), "PALABRA_DATA": str(tmp_path / "data")}
    assert palabra("check-config", **places)[0] == 0


def test_a_journal_is_looked_after_in_the_folder_of_the_environment(tmp_path: Path) -> None:
    """Verify, backup and restore: there is none, and each says so of that folder."""
    place = str(tmp_path / "data")
    for command in (("verify",), ("backup", "--to", str(tmp_path / "copy"))):
        code, told = palabra(*command, PALABRA_DATA=place)
        assert code == 1
        assert place in told
    code, told = palabra("restore", "--from", str(tmp_path / "none"), PALABRA_DATA=place)
    assert code == 1
    assert str(tmp_path / "none") in told


def test_the_schema_is_json() -> None:
    """One document, with the types of all messages."""
    code, told = palabra("schema")
    assert code == 0
    assert "ViewMessage" in json.loads(told)["$defs"]


def test_the_server_runs_where_the_environment_says(tmp_path: Path) -> None:
    """Its folder and port; it ends well when it is told to."""
    places = {"PALABRA_DATA": str(tmp_path / "data"), "PORT": "0"}
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "run"],
        cwd=ROOT,
        env=os.environ | places,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    process.terminate()
    process.communicate(timeout=20)
    assert "running at http://127.0.0.1:" in first
    assert ":8012/" not in first
    assert process.returncode == 0
    assert (tmp_path / "data" / "secret").exists()


def test_a_rehearsal_leaves_the_folder_of_the_environment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is that of the real dialogue: named on the command line it is played in, and with --url its links are read."""
    played: list[Options] = []

    async def play(options: Options, *_: Any) -> None:
        played.append(options)
        raise RehearsalError("enough")

    monkeypatch.setattr(cli, "play", play)
    environment = {"PALABRA_DATA": "/real", "PALABRA_CONFIG": "/real.toml", "PORT": "9001"}
    for arguments in ((), ("--data", "/own"), ("--url", "http://127.0.0.1:1")):
        assert palabra("rehearse", *arguments, **environment)[0] == 1
    assert [str(options.data) for options in played] == ["None", "/own", "/real"]
    assert {(str(options.config), options.port) for options in played} == {("/real.toml", 9001)}


def test_a_server_needs_no_client() -> None:
    """Without aiohttp everything is there but the rehearsal, which says how to get what it needs."""
    answers = [
        subprocess.run(
            [sys.executable, "-c", WITHOUT_AIOHTTP, *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        for arguments in (("--help",), ("check-config",), ("rehearse", "--speed", "60"))
    ]
    assert [answer.returncode for answer in answers] == [0, 0, 1]
    assert "rehearse" in answers[0].stdout
    assert "make setup-rehearsal" in answers[2].stderr
    whole = f"{WITHOUT_AIOHTTP.partition('from')[0]}from server import serving, operations"
    subprocess.run([sys.executable, "-c", whole], cwd=ROOT, check=True)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ["config.toml", "./data", "8012"]),
        ({"PALABRA_DATA": "/p", "PALABRA_CONFIG": "/p.toml", "PORT": "9002"}, ["/p.toml", "/p", "9002"]),
        ({"PALABRA_DATA": "/p", "DATA": "/d", "CONFIG": "/d.toml"}, ["/d.toml", "/d", "8012"]),
    ],
)
def test_make_runs_where_the_environment_says(environment: dict[str, str], expected: list[str]) -> None:
    """Its own DATA and CONFIG first, then what the commands read without make."""
    clean = {name: value for name, value in os.environ.items() if name not in {"DATA", "CONFIG", "MAKEFLAGS"}}
    told = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", "run"],  # noqa: S607 - whichever make people have
        cwd=ROOT,
        env={name: v for name, v in clean.items() if name not in SHARED.values()} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    config, data, port = expected
    assert f'-m server run --config "{config}" --data "{data}" --port "{port}"' in told.stdout


@pytest.mark.parametrize(
    "url", ["a.org", "https://a.org/", "ftp://a.org", "https://a.org/?x", "https://a b.org"]
)
def test_a_public_url_is_checked_as_in_the_configuration(url: str, tmp_path: Path) -> None:
    """The same words with their remedy, before anything is started; the configuration's own test has the others."""
    code, said = palabra("run", "--data", str(tmp_path), "--port", "0", "--public-url", url)
    assert code != 0
    assert public_url_problem(url) in " ".join(said.split())
    assert "without a slash at its end" in " ".join(said.split())
    assert list(tmp_path.iterdir()) == []
