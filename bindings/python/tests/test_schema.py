"""The records and methods of the public layer against docs/schema: what a schema has, Python has too."""

from __future__ import annotations

import inspect
import json
import typing
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest

import stead
from conftest import ROOT
from stead._files import FilePart
from stead._record import Record
from stead._wire import member_name
from stead._words import Word
from verbs import OTHERS, VERBS, function_name

FOLDER = ROOT / "docs/schema"
COMMON = json.loads((FOLDER / "common.schema.json").read_text())
ANSWERS = sorted(path.name.removesuffix(".answer.schema.json") for path in FOLDER.glob("*.answer.schema.json"))
REQUESTS = sorted(path.name.removesuffix(".request.schema.json") for path in FOLDER.glob("*.request.schema.json"))
METHODS = {function_name(verb): entry.method for verb, entry in VERBS.items()}
METHODS |= {function_name(verb): method for verb, method in OTHERS.items()}
METHODS["engine_open"] = stead.open
IN_WORDS_OF_PYTHON = {"leaseMs": "lease", "busyTimeoutMs": "busy_timeout", "testClockMs": "test_clock"}
WITHOUT_EFFECT = ("no", "yes", "nothing", "unset", "defaultNotification")

Schema = dict[str, Any]


def read(name: str) -> Schema:
    schema: Schema = json.loads((FOLDER / name).read_text())
    return schema


def resolved(schema: Schema, home: Schema) -> tuple[Schema, Schema]:
    """The schema that a $ref leads to, and the file it stands in."""
    while "$ref" in schema:
        file, name = schema["$ref"].split("#/$defs/")
        home = COMMON if file or home is COMMON else home
        schema = home["$defs"][name]
    return schema, home


def flat(schema: Schema, home: Schema) -> dict[str, tuple[bool, Schema, Schema]]:
    """Members of an object schema with all its parts: (required, schema, home) by name."""
    schema, home = resolved(schema, home)
    members: dict[str, tuple[bool, Schema, Schema]] = {}
    for part in schema.get("allOf", []):
        members |= flat(part, home)
    for name, member in schema.get("properties", {}).items():
        members[name] = (name in schema.get("required", []), member, home)
    for name in schema.get("required", []):
        if name in members:
            members[name] = (True, *members[name][1:])
    return members


def compare(kind: Any, schema: Schema, home: Schema, where: str) -> list[str]:
    """What the type `kind` does not say of the schema."""
    schema, home = resolved(schema, home)
    arguments = typing.get_args(kind)
    if type(None) in arguments:
        inner = [argument for argument in arguments if argument is not type(None)]
        return compare(inner[0], schema, home, where) if len(inner) == 1 else []
    if "anyOf" in schema:
        return [
            line for part in schema["anyOf"] if part.get("type") != "null" for line in compare(kind, part, home, where)
        ]
    if schema.get("description") == "Unix milliseconds.":
        return [] if kind is datetime else [f"{where} is a time, not {kind}"]
    if "enum" in schema:
        missing = {word for word in schema["enum"] if word is not None} - set(kind if issubclass(kind, Word) else ())
        return [f"{where} may be {sorted(missing)}"] if missing else []
    if schema.get("type") == "array":
        return compare(arguments[0], schema["items"], home, f"{where}[]")
    members = flat(schema, home)
    if not members or typing.get_origin(kind) is Mapping:
        plain = {"string": str, "integer": int, "number": float, "boolean": bool}.get(str(schema.get("type")))
        return [] if plain in (None, kind) else [f"{where} is a {schema['type']}, not {kind}"]
    if not (isinstance(kind, type) and issubclass(kind, Record)):
        return [f"{where} is an object, not {kind}"]
    return compare_record(kind, members, where)


def compare_record(kind: type[Record], members: dict[str, tuple[bool, Schema, Schema]], where: str) -> list[str]:
    hints = typing.get_type_hints(kind)
    own = {member.wire: name for name, member in kind._members.items()}
    wrong = []
    for name, (required, schema, home) in members.items():
        if name not in own:
            wrong.append(f"{where}.{name} is missing in {kind.__name__}")
            continue
        if kind._members[own[name]].required != required:
            wrong.append(f"{where}.{name} is {'always' if required else 'not always'} there")
        wrong += compare(hints[own[name]], schema, home, f"{where}.{name}")
    return wrong


def answer_kind(name: str) -> Any:
    kind = typing.get_type_hints(METHODS[name])["return"]
    return typing.get_type_hints(FilePart)["info"] if kind is FilePart else kind


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_has_a_record_with_all_its_members(name: str) -> None:
    if name == "audit_export_evidence":  # a file of its own format, kept as its bytes
        assert answer_kind(name) is stead.Evidence
        return
    schema, kind = read(f"{name}.answer.schema.json"), answer_kind(name)
    if typing.get_origin(kind) is stead.Page:
        (kind,) = typing.get_args(kind)
        schema = schema["properties"]["items"]["items"]
    elif typing.get_origin(kind) is tuple:  # stead.operations
        kind = stead.OperationTable
    assert compare(kind, schema, schema, name) == []


@pytest.mark.parametrize("name", REQUESTS)
def test_every_request_can_be_said(name: str) -> None:
    parameters = inspect.signature(METHODS[name]).parameters
    members = flat(read(f"{name}.request.schema.json"), read(f"{name}.request.schema.json"))
    for member, (required, schema, _) in members.items():
        if without_effect(schema) or member in ("onBehalfOf",):
            continue
        python = IN_WORDS_OF_PYTHON.get(member) or next(
            (parameter for parameter in parameters if member_name(parameter) == member), ""
        )
        assert python in parameters, f"{name} takes no {member}"
        assert parameters[python].kind is inspect.Parameter.KEYWORD_ONLY
        if not required and member != "files":
            assert parameters[python].default is not inspect.Parameter.empty, f"{member} may be left out"


def without_effect(schema: Schema) -> bool:
    text = json.dumps(schema)
    return "No effect yet" in text or schema == {"type": "null"} or any(f'/{name}"' in text for name in WITHOUT_EFFECT)


@pytest.mark.parametrize(("part", "kind"), [("field", stead.FormField), ("signer", stead.NewSigner)])
def test_the_parts_of_a_send_have_all_members_with_an_effect(part: str, kind: type[Record]) -> None:
    properties = read("document_send.request.schema.json")["$defs"][part]
    known = {member.wire for member in kind._members.values()}
    assert {name for name, schema in properties["properties"].items() if not without_effect(schema)} <= known
    assert set(properties["required"]) == {m.wire for m in kind._members.values() if m.required}


def test_changes_of_settings_have_all_members() -> None:
    (change, _) = COMMON["$defs"]["notificationSettingsChange"]["anyOf"]
    assert set(change["properties"]) == {member.wire for member in stead.NotificationChange._members.values()}


def test_the_words_for_locales_roles_and_operations_are_those_of_the_schema() -> None:
    assert set(stead.Locale) == set(COMMON["$defs"]["locale"]["enum"])
    assert set(stead.Role) == set(COMMON["$defs"]["role"]["enum"])
    assert set(stead.Operation) == set(COMMON["$defs"]["operations"]["items"]["enum"])
    delegable = {row.name for row in stead.operations() if row.delegable}
    assert delegable == set(stead.Operation)


def test_the_comparison_sees_a_member_that_is_missing() -> None:
    schema = read("user_get.answer.schema.json")
    wrong = compare(stead.Person, schema, schema, "user")
    assert "user.accountId is missing in Person" in wrong
