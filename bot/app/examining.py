"""What a host can have looked at, without running anything."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from bot import migrations
from bot.app.opening import EVERYDAY_KEYS, erasures_of, find_key, last_backup_of
from bot.client import Inspector, point_at
from bot.community.rules import Community
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core import keys
from bot.core.database import Database, Journal
from bot.doctor import service as doctor
from bot.doctor.rules import Finding, Known
from bot.glossary.service.shared import read_shared
from bot.panel.store import PanelStore
from bot.questions.store import SettingsStore
from bot.tables.rules import Table
from bot.tables.service import Tables
from bot.tables.store import TableStore
from config.settings import Settings, data_folder


async def examine(settings: Settings) -> list[Finding]:
    """Look at everything that a host has to have right, and change nothing."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    everyday = Database(settings.database_url, Journal.EVERYDAY)
    anonymous = Database(settings.anonymous_database_url, Journal.FORGETFUL)
    try:
        return await _examine(settings, everyday, anonymous)
    finally:
        await everyday.close()
        await anonymous.close()


async def _examine(settings: Settings, everyday: Database, anonymous: Database) -> list[Finding]:
    token = settings.discord_token
    inspector = None if token is None else Inspector(token.get_secret_value())
    about_token, servers = await doctor.of_token(inspector)
    look = migrations.is_current
    about_everyday = await doctor.of_database("everyday", partial(look, everyday, "everyday"))
    about_anonymous = await doctor.of_database("anonymous", partial(look, anonymous, "anonymous"))
    is_sealed = doctor.is_current(about_everyday) and await keys.is_sealed(everyday, EVERYDAY_KEYS)
    about_key = _about_key(settings, is_sealed=is_sealed)
    findings = [about_token, about_key, about_everyday, about_anonymous]
    if settings.shared_glossary is not None:
        file = settings.shared_glossary
        findings.append(doctor.of_shared_glossary(file, partial(_shared_glossary, file)))
    if about_key.is_well and is_sealed:
        findings += _about_keeping(settings)
    if about_token.is_well and doctor.is_current(about_everyday):
        known = Communities(everyday, CommunityStore())
        communities = await known.all()
        findings += doctor.of_communities(communities, servers)
        findings += doctor.of_choices(await _known(everyday, communities), servers)
    return findings


def _shared_glossary(file: Path) -> tuple[int, list[int]]:
    found = read_shared(file, "")
    return len(found.terms), [each.line for each in found.faulty]


def _about_keeping(settings: Settings) -> list[Finding]:
    """What a host has to see to over the years: keys, backups, room."""
    today = datetime.now(UTC).date()
    seal = find_key(settings, may_make=False)
    erasures = erasures_of(settings, seal)
    findings = []
    if settings.master_key is None:
        changed = datetime.fromtimestamp(settings.key_file.stat().st_mtime, UTC).date()
        findings.append(doctor.of_key_file(seal.number, len(seal.older), (today - changed).days))
    findings.append(doctor.of_list_of_erasures(erasures.path, can_be_written=erasures.can_be_written()))
    last = last_backup_of(settings)
    made = date.fromisoformat(last.read_text().strip()) if last.exists() else None
    findings.append(doctor.of_last_backup(None if made is None else (today - made).days))
    findings.append(doctor.of_space(shutil.disk_usage(data_folder(settings)).free))
    return findings


async def _known(everyday: Database, communities: Sequence[Community]) -> list[Known]:
    """What each community has chosen."""
    async with everyday.read() as tx:
        return [
            Known(
                community,
                await CommunityStore().settings(tx, community.id),
                threats=bool((await SettingsStore().get(tx, community.id)).threats),
                panels=await PanelStore().get(tx, community.id) is not None,
            )
            for community in communities
        ]


async def look_at_tables(settings: Settings) -> list[Table]:
    """Every row of the anonymous database, as it lies there: no key is used, and nothing is changed.

    Raises HostError if the database is not there, not up to date, or does not open.
    """
    database = Database(settings.anonymous_database_url, Journal.FORGETFUL, read_only=True)
    is_up_to_date = partial(migrations.is_current, database, "anonymous")
    try:
        with migrations.said_to_the_host(database):
            return await Tables(database, TableStore(), is_up_to_date).look()
    finally:
        await database.close()


def _about_key(settings: Settings, *, is_sealed: bool) -> Finding:
    if settings.master_key is None and not settings.key_file.exists() and not is_sealed:
        return doctor.no_key_yet(settings.key_file)
    return doctor.of_key(partial(find_key, settings, may_make=False), in_file=settings.master_key is None)
