"""Answers the conformance stories through the public layer: a JSON message a line on stdin, an answer a line on stdout.

What a story asks on purpose and the public layer cannot say (members that do not exist, required ones left out) goes
to the same C function directly; its answer passes through the same record type.
"""

from __future__ import annotations

import base64
import inspect
import json
import sys
import typing
from collections.abc import Callable
from datetime import datetime
from typing import Any

import stead
from stead import _core
from stead._wire import dump, moment
from verbs import VERBS, Verb, function_name, snake

Json = dict[str, Any]
TIME_MAX_MS = 253402300799999


class Host:
    """An engine with the sessions that a story has made."""

    def __init__(self, path: str, options: Json, secret: bytes) -> None:
        given = {snake(name): value for name, value in options.items()}
        clock = given.pop("test_clock_ms", None)
        self.engine = stead.open(path, secret=secret, test_clock=None if clock is None else moment(clock), **given)
        self.sessions: dict[str, stead.Session] = {}
        self.evidence: stead.Evidence | None = None

    def answer(self, call: Json) -> Json | None:
        """The answer to one call; None for a verb that Python does not offer."""
        if special := getattr(self, function_name(call["verb"]), None):
            return typing.cast(Json, special(call))
        if verb := VERBS.get(call["verb"]):
            return self.common(verb, call)
        return None

    def common(self, verb: Verb, call: Json) -> Json:
        """A verb of the common shapes, by its public method where that can say the request."""
        owner: Any = self.engine if verb.owner == "engine" else self.session(call)
        first = [call[verb.first]] if verb.first else []
        method = getattr(getattr(owner, verb.group) if verb.group else owner, verb.method.__name__)
        parameters = typing.get_type_hints(verb.method)
        given = {_argument(name): value for name, value in call["record"].items()}
        files = [(file["name"], base64.b64decode(file["base64"])) for file in call["upload"]]
        if "files" in parameters:
            given.setdefault("files", files)
        if "logo" in parameters and files:
            given.setdefault("logo", files[0])
        try:
            inspect.signature(method).bind(*first, **given)
        except TypeError:
            return _directly(verb, call, owner, first, files)
        timed = {name: _timed(parameters[name], value) for name, value in given.items()}
        answer: Json = method(*first, **timed).to_dict()
        return answer

    def session(self, call: Json) -> stead.Session:
        return self.sessions[call["session"]]

    def session_trusted(self, call: Json) -> Json:
        return self.keep(call, self.engine.session(call["id"]))

    def session_with_key(self, call: Json) -> Json:
        return self.keep(call, self.engine.session_with_key(call["key"]))

    def session_on_behalf_of(self, call: Json) -> Json:
        return self.keep(call, self.session(call).on_behalf_of(call["principal"]))

    def session_account_wide(self, call: Json) -> Json:
        return self.keep(call, self.session(call).account_wide(call["principal"]))

    def keep(self, call: Json, session: stead.Session) -> Json:
        self.sessions[call["as"]] = session
        return {}

    def session_authorize(self, call: Json) -> Json:
        decision = self.session(call).decide(call["operation"], **_question(call))
        quick = self.session(call).may(call["operation"], for_=call["principal"] or None)
        if not call["id"] and quick != decision.allowed:
            raise AssertionError("may and decide disagree")
        return {name: value for name, value in decision.to_dict().items() if name != "remedy"}

    def session_explain(self, call: Json) -> Json:
        return self.session(call).explain(call["operation"], **_question(call)).to_dict()

    def operation_list(self, call: Json) -> Json:
        return {"items": [operation.to_dict() for operation in stead.operations()]}

    def outbox_attachment(self, call: Json) -> Json:
        part = self.engine.outbox.attachment_part(
            call["id"], call["lease"], index=call["index"], offset=call["offset"], size=call["max"]
        )
        return _with_bytes(part)

    def outbox_ack(self, call: Json) -> Json:
        self.engine.outbox.ack(call["id"], call["lease"])
        return {}

    def outbox_fail(self, call: Json) -> Json:
        return self.engine.outbox.fail(call["id"], call["lease"], reason="the mail server refused it").to_dict()

    def brand_logo(self, call: Json) -> Json:
        part = self.session(call).brands.logo_part(call["id"], offset=call["offset"], size=call["max"])
        return _with_bytes(part)

    def document_download(self, call: Json) -> Json:
        part = self.session(call).documents.download_part(
            call["id"], file_index=call["index"], offset=call["offset"], size=call["max"]
        )
        return _with_bytes(part)

    def document_certificate(self, call: Json) -> Json:
        documents = self.session(call).documents
        return _with_bytes(documents.certificate_part(call["id"], offset=call["offset"], size=call["max"]))

    def document_finished(self, call: Json) -> Json:
        part = self.session(call).documents.finished_part(
            call["id"], offset=call["offset"], size=call["max"], **call["record"]
        )
        return _with_bytes(part)

    def document_finish(self, call: Json) -> Json:
        files = [(file["name"], base64.b64decode(file["base64"])) for file in call["upload"]]
        return self.engine.documents.finish(call["id"], files[0]).to_dict()

    def signer_certificate(self, call: Json) -> Json:
        who = {_argument(name): value for name, value in call["record"].items()}
        part = self.engine.signers.certificate_part(call["token"], offset=call["offset"], size=call["max"], **who)
        return _with_bytes(part)

    def signer_finished(self, call: Json) -> Json:
        how = {_argument(name): value for name, value in call["record"].items()}
        part = self.engine.signers.finished_part(call["token"], offset=call["offset"], size=call["max"], **how)
        return _with_bytes(part)

    def signer_download(self, call: Json) -> Json:
        who = {_argument(name): value for name, value in call["record"].items()}
        part = self.engine.signers.download_part(
            call["token"], file_index=call["index"], offset=call["offset"], size=call["max"], **who
        )
        return _with_bytes(part)

    def audit_verify(self, call: Json) -> Json:
        return self.engine.audit.verify(call["id"], deep=call["deep"]).to_dict()

    def audit_prove_inclusion(self, call: Json) -> Json:
        return self.engine.audit.prove_inclusion(call["id"], call["index"]).to_dict()

    def audit_prove_consistency(self, call: Json) -> Json:
        return self.engine.audit.prove_consistency(call["id"], from_=call["from"], to=call["to"]).to_dict()

    def audit_replay(self, call: Json) -> Json:
        return self.session(call).audit.replay(call["index"]).to_dict()

    def audit_export_evidence(self, call: Json) -> Json:
        self.evidence = self.session(call).audit.export_evidence(call["id"])
        return {"bytes": len(self.evidence.content)}

    def consistency_verify(self, call: Json) -> Json:
        said = call["record"]
        check = stead.verify_consistency(said["older"], said["proof"], vkeys=call["key"], newer=said.get("newer"))
        return check.to_dict()

    def evidence_verify(self, call: Json) -> Json:
        return stead.verify_evidence(self.evidence or b"", vkey=call["key"]).to_dict()


def _argument(member: str) -> str:
    return {"from": "from_"}.get(member, snake(member))


def _question(call: Json) -> Json:
    return {"for_": call["principal"] or None, "document": call["id"] or None}


def _timed(hint: Any, value: Any) -> Any:
    """A time where the method takes one and the story gives one; nonsense is handed on as it is."""
    wants = datetime in typing.get_args(hint)
    return moment(value) if wants and isinstance(value, int) and 0 <= value <= TIME_MAX_MS else value


def _directly(verb: Verb, call: Json, owner: Any, first: list[str], files: list[tuple[str, bytes]]) -> Json:
    """The same call without the public method."""
    function: Callable[..., str] = getattr(_core, function_name(call["verb"]))
    beside = []
    if call["verb"] in ("document.send", "brand.create", "brand.update"):
        beside = [_core.upload_new()]
        for name, content in files:
            _core.upload_add_file(beside[0], name, content)
    answer: Json = json.loads(function(owner._handle, *first, dump(call["record"]), *beside))
    kind = typing.get_type_hints(verb.method)["return"]
    return typing.cast(Json, kind.from_dict(answer).to_dict()) if hasattr(kind, "from_dict") else answer


def _with_bytes(part: stead.FilePart) -> Json:
    return {**part.info.to_dict(), "base64": base64.b64encode(part.data).decode()}


def _failed(error: stead.Error) -> Json:
    code = error.code.value if isinstance(error.code, stead.Code) else error.code
    fields = [{"field": field, "message": message} for field, message in error.fields]
    return {"code": code, "status": error.status.value, "text": error.text, "fields": fields}


def main() -> None:
    """Answers until stdin ends."""
    host: Host | None = None
    for line in sys.stdin:
        message = json.loads(line)
        try:
            if opening := message.get("open"):
                host = Host(opening["path"], opening["options"], base64.b64decode(opening["secret"]))
                answer: Json = {"ok": {}}
            elif host is None:
                raise AssertionError("no engine is open")
            elif "clock" in message:
                host.engine.set_test_clock(moment(message["clock"]))
                answer = {"ok": {}}
            elif "close" in message:
                host.engine.close()
                host, answer = None, {"ok": {}}
            else:
                said = host.answer(message)
                answer = {"gap": "no such verb"} if said is None else {"ok": said}
        except stead.Error as error:
            answer = {"error": _failed(error)}
        print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
