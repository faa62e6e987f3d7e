"""The check passes what is proper and catches each kind of violation."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest

from rehearsal.wire.observing import Exchange
from tests.conformance import answers, habits, samples
from tests.conformance.checker import ConformanceObserver
from tests.conformance.document import needs_document
from tests.conformance.openapi import OpenApi, Violation

pytestmark = needs_document

ROUTES = sorted(answers.answers())
MEMBER = ("GET", "/guilds/{guild_id}/members/{user_id}")
HISTORY = ("GET", "/channels/{channel_id}/messages")
MISSING = object()


@pytest.fixture(scope="module")
def openapi() -> OpenApi:
    return OpenApi()


def planted(body: Any, *place: Any, value: Any) -> Any:
    """A copy of the body with the value at the place, or without anything there."""
    body = copy.deepcopy(body)
    target = body
    for name in place[:-1]:
        target = target[name]
    if value is MISSING:
        del target[place[-1]]
    else:
        target[place[-1]] = value
    return body


def only(found: list[Violation]) -> Violation:
    """The one violation that there is."""
    assert len(found) == 1, [str(violation) for violation in found]
    return found[0]


@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
async def test_a_proper_exchange_passes(openapi: OpenApi, route: habits.Route) -> None:
    assert openapi.check(answers.proper(route)) == []


@pytest.mark.parametrize("route", sorted(samples.requests()), ids=" ".join)
async def test_what_discord_py_serialises_passes(openapi: OpenApi, route: habits.Route) -> None:
    query = samples.QUERIES.get(route, {})
    for body in samples.requests()[route]:
        assert openapi.check(samples.refused(route, body, query)) == []


async def test_deferring_and_suggesting_pass(openapi: OpenApi) -> None:
    choices = [{"name": "One", "value": "1"}]
    bodies = [
        {"type": 5, "data": {"flags": 64}},
        {"type": 5},
        {"type": 6},
        {"type": 8, "data": {"choices": choices}},
    ]
    for body in bodies:
        assert openapi.check(samples.refused(habits.CALLBACK, body, {"with_response": "1"})) == []


@pytest.mark.parametrize(
    ("route", "place", "value", "says"),
    [
        (MEMBER, ["joined_at"], MISSING, '"joined_at" is a required property'),
        (MEMBER, ["roles", 0], 10, '/roles/0: 10 is not of type "string"'),
        (MEMBER, ["user", "id"], 10.0, '/user/id: 10.0 is not of type "string"'),
        (MEMBER, ["user", "id"], "ten", "/user/id"),
        (MEMBER, ["user", "nmae"], "ada", "'nmae' was unexpected"),
        (MEMBER, ["pending"], None, '/pending: null is not of type "boolean"'),
        (HISTORY, [0, "author"], MISSING, '"author" is a required property'),
        (HISTORY, [0, "components"], [{"type": 2, "id": 1}], "/0/components/0"),
        (habits.CREATE, ["flags"], "64", '/flags: "64" is not of type "integer"'),
        (habits.OPEN_DM, ["recipients", 0, "username"], 5, "/recipients/0/username"),
        (habits.CALLBACK, ["resource", "message", "id"], 5, "/resource/message/id"),
        (habits.CALLBACK, ["resource", "message"], MISSING, '"message" is a required property'),
        (habits.PUT_COMMANDS, [0, "version"], 1, '/0/version: 1 is not of type "string"'),
        (("GET", "/channels/{channel_id}"), ["guild_id"], MISSING, '"guild_id" is a required property'),
    ],
)
async def test_a_wrong_answer_is_caught(
    openapi: OpenApi, route: habits.Route, place: list[Any], value: Any, says: str
) -> None:
    exchange = answers.proper(route)
    wrong = replace(exchange, response=planted(exchange.response, *place, value=value))
    violation = only(openapi.check(wrong))
    assert (violation.where, violation.method, violation.template) == ("response", *route)
    assert says in violation.message
    assert len(violation.message) < 300


LABELLED = ["data", "components", 1, "component"]
RADIO = ["data", "components", 0, "component"]


@pytest.mark.parametrize(
    ("route", "body", "says"),
    [
        (habits.CREATE_EVENT, {**samples.new_events()[1], "entity_metadata": {}}, "/entity_metadata"),
        (habits.EDIT_EVENT, {"status": 5}, "/status"),
        (habits.EDIT_EVENT, {"title": "Meeting"}, "'title' was unexpected"),
        (habits.CREATE, {"content": "a" * 4001}, "/content"),
        (habits.CREATE, {"contents": "a"}, "'contents' was unexpected"),
        (habits.CREATE, {"content": "a", "nonce": "n" * 26}, "/nonce"),
        (habits.CREATE, {"components": [{"type": 10}]}, '"content" is a required property'),
        (habits.CREATE, {"components": [{"type": 18}]}, "/components/0"),
        (habits.CREATE, {"allowed_mentions": {"parse": ["all"]}}, "/allowed_mentions/parse/0"),
        (habits.FOLLOW_UP, {"content": "a" * 2001}, "/content"),
        (habits.EDIT, {"content": "a", "nonce": "1"}, "'nonce' was unexpected"),
        (habits.CALLBACK, {"type": 7, "data": {"nonce": "1"}}, "'nonce' was unexpected"),
        (habits.CALLBACK, {"type": 4, "data": {"content": "a" * 2001}}, "/data/content"),
        (habits.CALLBACK, {"type": 3}, "/type"),
        (habits.CALLBACK, planted(samples.rich_modal(), *LABELLED, "type", value=2), "/data/components/1"),
        (habits.CALLBACK, planted(samples.rich_modal(), *LABELLED, "style", value=MISSING), '"style" is a'),
        (habits.CALLBACK, planted(samples.rich_modal(), "data", "title", value="t" * 46), "/data/title"),
        (habits.CALLBACK, planted(samples.choices_modal(), *RADIO, "options", 1, value=MISSING), "/options"),
        (
            habits.CALLBACK,
            planted(samples.choices_modal(), *RADIO, "disabled", value=False),
            "'disabled' was",
        ),
        (habits.PUT_COMMANDS, [{"name": "n" * 33}], "/0/name"),
        (habits.PUT_COMMANDS, [{"name": "n", "options": [{"type": 12}]}], "/0/options/0"),
        (habits.OPEN_DM, {"recipient_id": 5.0}, "/recipient_id"),
        (habits.OPEN_DM, None, "a body is required"),
        (HISTORY, {}, "no body is described"),
    ],
)
async def test_a_wrong_request_is_caught(openapi: OpenApi, route: habits.Route, body: Any, says: str) -> None:
    violation = only(openapi.check(samples.refused(route, body)))
    assert (violation.where, violation.method, violation.template) == ("request", *route)
    assert says in violation.message
    assert len(violation.message) < 300


@pytest.mark.parametrize("route", [*habits.MESSAGES, habits.CALLBACK], ids=" ".join)
async def test_files_in_parts(openapi: OpenApi, route: habits.Route) -> None:
    sent = samples.refused(route, samples.requests()[route][-1], samples.QUERIES.get(route, {}))

    assert openapi.check(replace(sent, parts=("files[0]", "files[9]"))) == []
    found = only(openapi.check(replace(sent, parts=("files[0]", "files[10]"))))
    assert (found.where, found.message) == ("request", "the part files[10] is not described")


async def test_what_stands_in_payload_json_is_checked(openapi: OpenApi) -> None:
    wrong = replace(samples.refused(habits.CREATE, {"contents": "a"}), parts=("files[0]",))
    assert "'contents' was unexpected" in only(openapi.check(wrong)).message


async def test_only_a_body_that_was_too_large_is_not_missed(openapi: OpenApi) -> None:
    sent = samples.refused(habits.CREATE, None)
    assert openapi.check(replace(sent, status=413)) == []
    assert only(openapi.check(sent)).message == "a body is required"


async def test_parts_where_none_are_described_are_caught(openapi: OpenApi) -> None:
    sent = replace(samples.refused(habits.OPEN_DM, {"recipient_id": "5"}), parts=())
    assert only(openapi.check(sent)).message == "a body in parts is not described"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"limt": "5"}, "limt is not described"),
        ({"limit": "five"}, 'limit: "five" is not of type "integer"'),
        ({"limit": "101"}, "limit: 101 is greater than the maximum of 100"),
        ({"before": "1.5"}, "before:"),
    ],
)
async def test_a_wrong_query_is_caught(openapi: OpenApi, query: dict[str, str], says: str) -> None:
    violation = only(openapi.check(replace(answers.proper(HISTORY), query=query)))
    assert violation.where == "query"
    assert says in violation.message


async def test_a_missing_query_parameter_is_caught(openapi: OpenApi) -> None:
    search = samples.refused(("GET", "/guilds/{guild_id}/members/search"), None, {"limit": "1"})
    assert only(openapi.check(search)).message == "query is required"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/nowhere"),
        ("GET", "/channels/10/messages/"),
        ("GET", "/channels/general"),
        ("POST", "/gateway/bot"),
        ("PARAMETERS", "/channels/10"),
    ],
)
async def test_an_unknown_route_is_caught(openapi: OpenApi, method: str, path: str) -> None:
    wrong = Exchange(method, path, {}, None, 404, {"code": 0, "message": "404: Not Found"})
    assert only(openapi.check(wrong)).where == "route"


async def test_only_a_written_route_is_excused() -> None:
    written = habits.UndescribedRoute("GET", "/nowhere/{id}", "a route for this test")
    openapi = OpenApi(undescribed=(written,))
    assert openapi.check(Exchange("GET", "/nowhere/5", {}, None, 200, {"any": 1})) == []
    for method, path in (("POST", "/nowhere/5"), ("GET", "/nowhere"), ("GET", "/nowhere/5/6")):
        assert only(openapi.check(Exchange(method, path, {}, None, 200, None))).where == "route"


@pytest.mark.parametrize("status", [201, 202, 302, 501])
async def test_an_undescribed_status_is_caught(openapi: OpenApi, status: int) -> None:
    violation = only(openapi.check(replace(answers.proper(MEMBER), status=status)))
    assert violation.where == "status"
    assert f"{status} is not described" in violation.message


@pytest.mark.parametrize(
    ("status", "response", "fits"),
    [
        (404, {"code": 10007, "message": "Unknown Member"}, True),
        (404, {"message": "Unknown Member"}, False),
        (404, {"code": 10007, "message": "Unknown Member", "hint": "x"}, False),
        (404, None, False),
        (429, {"code": 0, "message": "Slow down", "retry_after": 0.5, "global": False}, True),
        (429, {"code": 0, "message": "Slow down", "global": False}, False),
        (502, None, True),
    ],
)
async def test_errors_are_held_to_their_schemas(
    openapi: OpenApi, status: int, response: Any, fits: bool
) -> None:
    found = openapi.check(replace(answers.proper(MEMBER), status=status, response=response))
    assert [violation.where for violation in found] == ([] if fits else ["response"])


async def test_an_answer_where_none_is_described_is_caught(openapi: OpenApi) -> None:
    deleted = answers.proper(("DELETE", "/channels/{channel_id}/messages/{message_id}"))
    assert only(openapi.check(replace(deleted, response={}))).where == "response"


async def test_the_observer_counts_and_keeps_violations() -> None:
    observer = ConformanceObserver()
    exchange = answers.proper(MEMBER)
    observer.rest(exchange)
    observer.rest(replace(exchange, status=201))
    assert observer.exchanges == 2
    assert [str(violation) for violation in observer.violations] == [
        "GET /guilds/{guild_id}/members/{user_id}: status: 201 is not described; 200, 429, 4XX are"
    ]
    assert observer.report().startswith("2 REST exchanges")
    assert observer.report().endswith("; 1 violations")
