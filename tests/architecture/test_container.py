"""The container: nothing runs as root, the key is apart from the data, no port is open."""

from __future__ import annotations

import json
import re

from bot.__main__ import cli
from config.settings import Settings
from tests.architecture.tree import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")


def listed(key: str, text: str = COMPOSE) -> list[str]:
    """The entries of a list in the compose file, comments left out."""
    lines = [line.strip() for line in text.splitlines() if not line.lstrip().startswith("#")]
    after = lines[lines.index(f"{key}:") + 1 :]
    end = next((number for number, line in enumerate(after) if not line.startswith("- ")), len(after))
    return [line.removeprefix("- ") for line in after[:end]]


def in_dockerfile(word: str) -> str:
    """What stands behind an instruction that is there once."""
    (found,) = re.findall(rf"^{word} (.*)$", DOCKERFILE, re.MULTILINE)
    return str(found)


def test_both_volumes_are_mounted_and_hold_what_the_settings_say() -> None:
    volumes = json.loads(in_dockerfile("VOLUME"))
    assert [entry.split(":")[1] for entry in listed("volumes")] == volumes
    named = [entry.split(":")[0] for entry in listed("volumes")]
    assert re.findall(r"^  (\w+):$", COMPOSE[COMPOSE.index("\nvolumes:") :], re.MULTILINE) == named
    assert "KEY_FILE=/keys/" in DOCKERFILE
    assert DOCKERFILE.count(":////data/") == 2


def test_every_setting_in_the_image_is_one() -> None:
    names = re.findall(r"^ {4}([A-Z_]+)=|ENV ([A-Z_]+)=", DOCKERFILE, re.MULTILINE)
    ours = {(one or other).lower() for one, other in names} - {"path", "pythonunbuffered"}
    assert ours == {"database_url", "anonymous_database_url", "key_file"}
    assert ours <= Settings.model_fields.keys()


def test_it_runs_as_nobody_in_particular_and_opens_no_port() -> None:
    assert in_dockerfile("USER") != "root"
    assert "EXPOSE" not in DOCKERFILE
    assert "ports:" not in COMPOSE
    assert "    read_only: true\n" in COMPOSE
    assert listed("cap_drop") == ["ALL"]
    assert "    restart: unless-stopped\n" in COMPOSE


def test_what_it_starts_and_how_its_health_is_asked_are_commands_that_there_are() -> None:
    commands = {
        each.name or (each.callback.__name__ if each.callback else "") for each in cli.registered_commands
    }
    check = in_dockerfile("HEALTHCHECK")
    program, command = json.loads(check[check.index("[") :])
    assert json.loads(in_dockerfile("ENTRYPOINT")) == [program]
    assert {command, *json.loads(in_dockerfile("CMD"))} <= commands


def test_a_list_that_ends_is_read_to_its_end() -> None:
    """The planted fault: a volume under another key is none of this list."""
    text = "volumes:\n  - data:/data\n  # keys\n  - keys:/keys\ntmpfs:\n  - /tmp\n"
    assert listed("volumes", text) == ["data:/data", "keys:/keys"]
