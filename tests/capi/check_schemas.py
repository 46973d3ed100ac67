#!/usr/bin/env python3
"""usage: check_schemas.py SOURCE-ROOT TRANSCRIPT

Holds docs/schema/ against what the engine really takes and answers: every answer in the transcript of the conformance
stories must fit the schema of its verb, every request that was accepted the schema of its request, and every function of
stead.h that takes or gives a record must have its schemas.
"""
import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator

root = pathlib.Path(sys.argv[1])
folder = root / "docs/schema"
schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.schema.json")}
problems = []


def say(text):
    problems.append(text)


for name, schema in schemas.items():
    Draft202012Validator.check_schema(schema)
    if name.endswith(".request.schema.json") and schema.get("additionalProperties") is not False:
        say(f"{name}: a request must name all its members")



# The shared definitions are copied into each schema, so that nothing has to be looked up elsewhere.
def inlined(value):
    if isinstance(value, dict):
        return {key: "#/$defs/common/" + inner.rsplit("/", 1)[1]
                if key == "$ref" and inner.startswith("common.schema.json#/$defs/") else inlined(inner)
                for key, inner in value.items()}
    if isinstance(value, list):
        return [inlined(inner) for inner in value]
    return value


def local(value):
    if isinstance(value, dict):
        return {key: inner.replace("#/$defs/", "#/$defs/common/") if key == "$ref" else local(inner)
                for key, inner in value.items()}
    if isinstance(value, list):
        return [local(inner) for inner in value]
    return value


def validator_of(schema):
    whole = inlined(schema)
    whole.setdefault("$defs", {})["common"] = local(schemas["common.schema.json"]["$defs"])
    return Draft202012Validator(whole)


# What others rely on member by member: here a member that the schema does not name is a gap of the schema.
def naming_all(schema):
    if "properties" not in schema:
        return schema
    inner = {name: naming_all(part) for name, part in schema["properties"].items()}
    return {**schema, "properties": inner, "additionalProperties": False}


shared = schemas["common.schema.json"]["$defs"]
for name in ("auditEntry",):
    shared[name] = naming_all(shared[name])
validators = {name: validator_of(schema) for name, schema in schemas.items()}


def check(name, value, where):
    validator = validators.get(name)
    if validator is None:
        say(f"{where}: there is no docs/schema/{name}")
        return
    for error in validator.iter_errors(value):
        place = "/".join(str(part) for part in error.absolute_path)
        say(f"{where}: {name}: /{place}: {error.message[:300]}")


# Functions and the schemas they need.
def functions():
    header = (root / "capi/stead.h").read_text(encoding="utf-8")
    for name, arguments in re.findall(r"^STEAD_API stead_status stead_(\w+)\(([^;]*)\);", header, re.M):
        yield name, " ".join(arguments.split())


verbs = {}
needed = {"common.schema.json"}
for name, arguments in functions():
    thing = name.split("_")[0]
    if thing in ("record", "upload", "decision", "decisions"):
        continue
    if name == "engine_open_v":
        needed.add("engine_open.request.schema.json")
        continue
    takes = "const stead_record* request" in arguments
    gives = "stead_record**" in arguments
    if takes:
        needed.add(f"{name}.request.schema.json")
    if gives:
        needed.add(f"{name}.answer.schema.json")
    words = name.replace("api_key_", "apiKey_", 1).split("_")
    verbs[words[0] + "." + words[1] + "".join(word.capitalize() for word in words[2:])] = (name, takes, gives)
for name in sorted(needed - set(schemas)):
    say(f"docs/schema/{name} is missing")
for name in sorted(set(schemas) - needed):
    say(f"docs/schema/{name} belongs to no function")


# Stories: the steps in the order in which they run, counted as the runner does.
def steps_of(path):
    story = json.loads(path.read_text(encoding="utf-8"))
    steps = steps_of(path.parent / story["include"]) if "include" in story else []
    return steps + story["steps"]


stories = root / "tests/conformance"
seen = set()
lines = 0
for line in open(sys.argv[2], encoding="utf-8"):
    story, number, verb, rest = line.rstrip("\n").split(" ", 3)
    where = f"{story} step {number} ({verb})"
    answer = json.loads(rest)
    step = steps_of(stories / (story + ".json"))[int(number) - 1]
    if "error" in answer:
        continue
    lines += 1
    if verb == "session.explain":
        check("session_explain.answer.schema.json", answer, where)
    if verb not in verbs or verb.startswith("session."):
        continue
    function, takes, gives = verbs[verb]
    seen.add(function)
    if verb in ("document.download", "signer.download", "brand.logo", "document.certificate", "document.finished",
                "signer.certificate", "signer.finished", "outbox.attachment"):
        answer.pop("base64", None)
    if verb == "audit.exportEvidence":
        gives = False  # the runner answers only its size
    if gives:
        check(f"{function}.answer.schema.json", answer, where)
    if step["do"] != verb:
        continue  # the runner's own look into the outbox or the trail
    record = step.get("record", {})
    if takes and "${" not in json.dumps(record):
        check(f"{function}.request.schema.json", record, where)
    elif takes:
        # Placeholders stand for texts of the right form: only the members can be checked.
        known = schemas[f"{function}.request.schema.json"]["properties"]
        for member in record:
            if member not in known:
                say(f"{where}: {function} takes {member}, its schema does not know it")

# An answer that holds a path of this machine stands in no story: tests/capi/care_test.cpp has it.
seen.add("engine_backup")
unseen = sorted(name for name, takes, gives in verbs.values()
                if (takes or gives) and name not in seen and not name.startswith("session_"))
if lines < 50:
    say(f"only {lines} answers in the transcript")
for name in unseen:
    say(f"no story shows an answer of stead_{name}")

print("\n".join(problems) if problems else f"{lines} answers and their requests fit {len(schemas)} schemas")
sys.exit(1 if problems else 0)
