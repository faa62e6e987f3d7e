"""What a host can set: by environment variable, or in one TOML file.

Nothing is read when this is imported; `read_settings` is called by the command line and its result is
passed in. An environment variable wins over the file.
"""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.core.errors import SettingsError

_SQLITE = "sqlite+aiosqlite:///"
WORDING = Path(__file__).parent / "wording"
GLOSSARY = Path(__file__).parent / "glossary"


def _database(url: str) -> str:
    if not url.startswith((_SQLITE, "postgresql+asyncpg://")):
        raise ValueError("takes sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/NAME")
    return url


def _loopback(url: str | None) -> str | None:
    if url is None:
        return None
    host = urlsplit(url).hostname or ""
    if host != "localhost" and not (_is_address(host) and ipaddress.ip_address(host).is_loopback):
        raise ValueError("takes an address on this machine, such as ws://127.0.0.1:8080/clock")
    return url


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


#: Not shown when settings are: it may hold a password.
DatabaseUrl = Annotated[str, AfterValidator(_database), Field(repr=False)]


class Settings(BaseSettings):
    """Every setting, with its default. `config/example.env` says what each is for."""

    # A name without a value, as in a copied example, is a setting that was not made.
    model_config = SettingsConfigDict(extra="forbid", hide_input_in_errors=True, env_ignore_empty=True)

    discord_token: SecretStr | None = None
    database_url: DatabaseUrl = "sqlite+aiosqlite:///data/equal-footing.db"
    anonymous_database_url: DatabaseUrl = "sqlite+aiosqlite:///data/anonymous.db"
    key_file: Path = Path("keys/master.key")
    master_key: SecretStr | None = None
    shared_glossary: Path | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    discord_api_url: str | None = None
    discord_gateway_url: str | None = None
    clock_url: Annotated[str | None, AfterValidator(_loopback)] = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is passed in first, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def data_folder(settings: Settings) -> Path:
    """Where files beside the databases belong: the folder of the first that is a file, or the key's."""
    for url in (settings.database_url, settings.anonymous_database_url):
        if url.startswith(_SQLITE):
            return Path(url.removeprefix(_SQLITE).partition("?")[0]).parent
    return settings.key_file.parent


def read_settings(file: Path | None = None) -> Settings:
    """Read the environment, and `file` if one is given.

    Raises SettingsError: each wrong setting by name, with its valid values, and never with its value.
    """
    if file is not None and not file.is_file():
        raise SettingsError(f"There is no settings file {file}.")

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=file)

    try:
        return FromFile()
    except ValidationError as error:
        raise SettingsError(
            "\n".join(_sentence(fault) for fault in error.errors(include_input=False))
        ) from None
    except ValueError as error:
        raise SettingsError(f"{file} is not a TOML file: {error}") from None


def _sentence(fault: ErrorDetails) -> str:
    name = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return f"There is no setting {name}. There are: {', '.join(sorted(Settings.model_fields))}."
    said = fault["msg"].removeprefix("Value error, ")
    return f"The setting {name} is wrong: {said}."
