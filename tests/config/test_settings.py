"""Settings: read when asked and not before, wrong ones named, secrets never repeated."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.core.errors import SettingsError
from config.settings import Settings, read_settings

ROOT = Path(__file__).parents[2]
TOKEN = "MTkw-a-very-secret-token"
PASSWORD = "sesame-open"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting comes from the machine that runs the tests."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def toml(folder: Path, text: str) -> Path:
    file = folder / "equal-footing.toml"
    file.write_text(text, encoding="utf-8")
    return file


def complaint(file: Path | None = None) -> str:
    """What a host reads; the errors beneath it are not shown."""
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return str(caught.value)


def test_with_nothing_set_everything_has_a_default_but_the_token() -> None:
    settings = read_settings()
    assert settings.discord_token is None
    assert settings.database_url == "sqlite+aiosqlite:///data/equal-footing.db"
    assert settings.anonymous_database_url == "sqlite+aiosqlite:///data/anonymous.db"
    assert settings.key_file == Path("keys/master.key")
    assert settings.discord_api_url is settings.discord_gateway_url is settings.clock_url is None


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    settings = read_settings()
    assert settings.discord_token == SecretStr(TOKEN)
    assert settings.log_level == "DEBUG"


def test_a_file_is_read(tmp_path: Path) -> None:
    file = toml(tmp_path, f'discord_token = "{TOKEN}"\nkey_file = "/keys/here"\n')
    settings = read_settings(file)
    assert settings.discord_token == SecretStr(TOKEN)
    assert settings.key_file == Path("/keys/here")


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = toml(tmp_path, 'log_level = "ERROR"\nkey_file = "/keys/here"\n')
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    settings = read_settings(file)
    assert settings.log_level == "WARNING"
    assert settings.key_file == Path("/keys/here")


def test_a_file_that_is_not_given_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml(tmp_path, 'log_level = "ERROR"\n')
    monkeypatch.chdir(tmp_path)
    assert read_settings().log_level == "INFO"


def test_one_reading_leaves_nothing_for_the_next(tmp_path: Path) -> None:
    assert read_settings(toml(tmp_path, 'log_level = "ERROR"\n')).log_level == "ERROR"
    assert read_settings().log_level == "INFO"


WRONG = {
    "database_url": (
        f"mysql://bot:{PASSWORD}@host/name",
        "sqlite+aiosqlite:///FILE or postgresql+asyncpg://",
    ),
    "anonymous_database_url": (f"postgres://bot:{PASSWORD}@host/name", "sqlite+aiosqlite:///FILE"),
    "log_level": (PASSWORD, "'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    "clock_url": (f"ws://{PASSWORD}.example.org/clock", "ws://127.0.0.1:8080/clock"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting_is_named_with_what_it_takes_and_without_its_value(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    value, takes = WRONG[name]
    told = complaint(toml(tmp_path, f'{name} = "{value}"\n'))
    monkeypatch.setenv(name.upper(), value)
    for sentence in (told, complaint()):
        assert sentence.startswith(f"The setting {name} is wrong: ")
        assert takes in sentence
        assert PASSWORD not in sentence


def test_every_wrong_setting_is_named_at_once(tmp_path: Path) -> None:
    text = "".join(f'{name} = "{value}"\n' for name, (value, _) in WRONG.items())
    sentences = complaint(toml(tmp_path, text)).splitlines()
    assert sorted(sentence.split()[2] for sentence in sentences) == sorted(WRONG)


@pytest.mark.parametrize("name", ["discord_token", "master_key", "key_file"])
def test_a_secret_of_the_wrong_kind_is_not_repeated(name: str, tmp_path: Path) -> None:
    told = complaint(toml(tmp_path, f"{name} = 190042190042\n"))
    assert name in told
    assert "190042" not in told


def test_an_unknown_setting_is_named_with_those_there_are(tmp_path: Path) -> None:
    told = complaint(toml(tmp_path, f'discord_tokn = "{TOKEN}"\n'))
    assert told.startswith("There is no setting discord_tokn.")
    for name in Settings.model_fields:
        assert name in told
    assert TOKEN not in told


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "none.toml") in complaint(tmp_path / "none.toml")


@pytest.mark.parametrize(
    "text",
    [
        f"discord_token = {TOKEN}\n",
        f'discord_token = "{TOKEN}\n',
        f"{TOKEN}\n",
        f'discord_token = "{TOKEN}"\ndiscord_token = "{TOKEN}"\n',
        f'["{TOKEN}\n',
    ],
)
def test_a_file_that_is_not_toml_is_named_and_not_repeated(text: str, tmp_path: Path) -> None:
    file = toml(tmp_path, text)
    told = complaint(file)
    assert f"{file} is not a TOML file" in told
    assert TOKEN not in told


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "equal-footing.toml"
    file.write_bytes(b"\xff\xfe\x00secret")
    assert str(file) in complaint(file)


@pytest.mark.parametrize(
    "url",
    ["ws://127.0.0.1:1/clock", "ws://127.9.9.9/clock", "ws://localhost:8080/clock", "ws://[::1]:8080/clock"],
)
def test_a_clock_on_this_machine_may_be_followed(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCK_URL", url)
    assert read_settings().clock_url == url


@pytest.mark.parametrize(
    "url",
    [
        "ws://example.org/clock",
        "ws://10.0.0.1/clock",
        "ws://0.0.0.0/clock",
        "ws://127.0.0.1.example.org/clock",
        "ws://localhost.example.org/clock",
        "ws://127.0.0.1@example.org/clock",
        "ws://[2001:db8::1]/clock",
        "clock",
    ],
)
def test_no_other_clock_is_followed(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sets the clock decides when windows open."""
    monkeypatch.setenv("CLOCK_URL", url)
    assert complaint().startswith("The setting clock_url is wrong")


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_a_name_without_a_value_is_a_setting_that_was_not_made(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_settings().model_dump()
    monkeypatch.setenv(name.upper(), "")
    assert read_settings().model_dump() == before


def test_a_name_without_a_value_leaves_the_files_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "")
    assert read_settings(toml(tmp_path, 'log_level = "ERROR"\n')).log_level == "ERROR"


def test_secrets_are_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("MASTER_KEY", "a-master-key")
    for name in ("DATABASE_URL", "ANONYMOUS_DATABASE_URL"):
        monkeypatch.setenv(name, f"postgresql+asyncpg://bot:{PASSWORD}@host/{name.lower()}")
    settings = read_settings()
    assert PASSWORD in settings.database_url
    for shown in (repr(settings), str(settings), f"{settings}", repr([settings]), str({"a": settings})):
        for secret in (TOKEN, "a-master-key", PASSWORD):
            assert secret not in shown


def test_a_setting_without_care_would_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault."""

    class Careless(Settings):
        plain_token: str = TOKEN

    assert TOKEN in repr(Careless())


def test_importing_reads_nothing() -> None:
    """An environment in which every setting is wrong does not stand in the way."""
    broken = {name.upper(): "wrong" for name in Settings.model_fields}
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import config.settings; print('imported')"
    done = subprocess.run(
        [sys.executable, "-c", script], env=broken, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("imported\n", "")
