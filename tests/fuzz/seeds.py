#!/usr/bin/python3
"""Writes the first inputs of each target under corpus/, from the stories of tests/conformance, the sample files and
known answers. Run it after a verb has joined the table; what the fuzzer itself found keeps its own names."""
import json
import pathlib
import re

here = pathlib.Path(__file__).resolve().parent
source = here.parent.parent
corpus = here / "corpus"

SESSIONS = {"admin": 0, "hank": 1, "hankForLuther": 2, "hankForAdmin": 3, "other": 4}
SUBJECTS = re.findall(r'"([^"]*)"', re.search(r"subjects\{(.*?)\};", (here / "verbs.cpp").read_text(), re.S)[1])
VERBS = re.findall(r'^ +\{"(stead_\w+)"', (here / "verb_table.cpp").read_text(), re.M)
ABOUT = {  # what a verb is about, by the beginning of its name
    "stead_account_get": "$account", "stead_audit": "$account", "stead_audit_export": "$document",
    "stead_user_accept": "$invitationOfalexgayle", "stead_user": "$alex", "stead_team_assign": "$alex", "stead_team_get": "$team", "stead_team_rename": "$team",
    "stead_api_key": "$apiKeyId", "stead_identity": "$identity", "stead_identity_resend": "$pendingIdentity",
    "stead_owner": "$consentOfdavid", "stead_owner_narrow": "$revokeOfluthercooper",
    "stead_owner_revoke": "$revokeOfluthercooper", "stead_document": "$document", "stead_signer": "$signOfdavid",
    "stead_outbox": "$message", "stead_session_open_with_key": "$apiKey", "stead_session_open_trusted": "$hank",
    "stead_session_on_behalf_of": "luthercooper@cubeflakes.com", "stead_session_account_wide": "$admin",
    "stead_session": "$document",
}
NAMES = {"hankId": "$hank", "adminId": "$admin", "davidId": "$signer", "document": "$document", "identity": "$identity",
         "textHash": "$textHash", "team": "$team", "teamId": "$team", "account": "$account", "grant": "$grant"}
OWN = {  # records of verbs that no story gives one to
    "stead_session_authorize": ['{"operation": "document.send", "principal": "luthercooper@cubeflakes.com"}'],
    "stead_session_explain": ['{"operation": "document.remind"}'],
    "stead_document_download": ['{"index": 0}'], "stead_audit_prove_consistency": ['{"to": 5}'],
    "stead_outbox_fail": ['{"reason": "the mail server refused it"}'],
    "stead_engine_open": ['{"testClockMs": 1767225600000, "testIdSeed": 1, "cacheBytesMax": 65536, "readersMax": 2, '
                          '"consentLapseDays": 3, "publicUrl": "https://sign.cubeflakes.com", "mailFrom": "legal@cubeflakes.com"}'],
}


def write(target, name, data):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"seed-{name}").write_bytes(data.encode() if isinstance(data, str) else data)


def steps():
    for story in sorted((source / "tests/conformance").rglob("*.json")):
        for step in json.loads(story.read_text())["steps"]:
            if "do" in step:
                yield step


def records_of_stories():
    found = {}
    for step in steps():
        verb = "stead_" + re.sub("([A-Z])", lambda m: "_" + m[1].lower(), step["do"]).replace(".", "_")
        text = json.dumps(step.get("record", {}), ensure_ascii=False)
        text = re.sub(r"\$\{(\w+)\}", lambda m: NAMES.get(m[1], "$hank"), text)
        if len(text) <= 1500 and text != "{}":
            found.setdefault(verb, {})[text] = SESSIONS.get(step.get("session", ""), 1)
    return found


def about(verb):
    names = [name for name in ABOUT if verb.startswith(name)]
    return SUBJECTS.index(ABOUT[max(names, key=len)]) if names else 0


def verbs():
    stories = records_of_stories()
    for number, verb in enumerate(VERBS):
        records = sorted(stories.get(verb, {}).items(), key=lambda item: -len(item[0]))[:2]
        records += [(text, 1) for text in OWN.get(verb, [])]
        for index, (text, who) in enumerate(records or [("{}", 0 if verb.startswith(("stead_user", "stead_audit")) else 2)]):
            write("verbs", f"{verb}-{index}", bytes([number, who * 32 + about(verb), 1]) + text.encode())


def records():
    write("record", "kinds", '{"a":null,"b":true,"c":-9007199254740991,"d":1.5e-3,"e":"\\u00e9\\n\\ud83d\\ude80","f":[1,[2,{}]],"~/":{"":""}}')
    write("record", "twice", '{"a":1,"a":2}')
    write("record", "large", '{"n":9007199254740993}')
    write("record", "nested", '{"a":' + "[" * 64 + "]" * 64 + "}")

    def piece(text):
        return bytes([len(text)]) + text.encode()

    def integer(value):
        return value.to_bytes(8, "little", signed=True)
    script = b"0" + bytes([0]) + piece("/signers/0/email") + piece("david@cubeflakes.com")
    script += bytes([1]) + piece("/signers/-/order") + integer(-1) + bytes([7]) + piece("/metaData") + piece("a/b~") + piece("x")
    script += bytes([5]) + piece("/labels") + bytes([0]) + piece("/labels/-") + piece("renewal") + bytes([6]) + piece("/copy")
    script += bytes([3]) + piece("/flag") + b"\1" + bytes([4]) + piece("/none") + bytes([2]) + piece("/n") + b"\0" * 6 + b"\xf8\x3f"
    write("record", "script", script + bytes([8]) + piece("/signers/0"))


def evidence():
    write("evidence", "edits", b"e" + bytes([0, 40, 0, 65, 1, 0, 1, 48, 2, 0, 2, 3]))
    for name, patch in {"file": {"files": []}, "entries": {"entries": [{"index": 0, "entry": "e30=", "proof": "c2sp.org/tlog-proof@v1"}]},
                        "consent": {"consent": {"round": 2}}, "none": {"consent": None}, "personal": {"personal": []},
                        "kinds": {"checkpoint": 1, "files": {}, "vkey": []}}.items():
        write("evidence", f"patch-{name}", "p" + json.dumps(patch))
    write("evidence", "whole", json.dumps({"format": "stead-evidence/1", "documentId": "", "origin": "", "vkey": "", "checkpoint": "",
                                           "entries": [], "personal": [], "files": []}))


def log_files():
    # The example of the C2SP signed-note specification, and the key of Go's checksum database.
    note = ("This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Z"
            "tg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")
    write("log_files", "vkey-note", "kexample.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
    write("log_files", "note", "n" + note)
    write("log_files", "vkey", "ksum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
    root = "qINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs="
    head = f"stead.local/log/cubeflakes\n3\n{root}\n"
    write("log_files", "checkpoint", "c" + head + "\n— stead.local/log/cubeflakes AAAAAAAA\n")
    write("log_files", "proof", f"pc2sp.org/tlog-proof@v1\nindex 1\n{root}\n{root}\n\n$head")
    write("log_files", "extra", "pc2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n\n$head")
    write("log_files", "hashes", b"h" + (1).to_bytes(8, "little") + (3).to_bytes(8, "little") + bytes(range(64)))


def texts():
    for name, text in {"plain": "luthercooper@cubeflakes.com", "idn": "Hank.White@BÜCHER.example", "dots": "a..b@c.d", "long": "a" * 64 + "@b.cc"}.items():
        write("texts", f"address-{name}", "a" + text)
    write("texts", "url", "thttps://sign.cubeflakes.com:8443/a?b=c#d")
    write("texts", "integer", "t-9223372036854775808")
    for name, (pattern, value) in {"digits": (r"\d{3}-[A-Z]+", "123-ABC"), "costly": ("(a+)+b", "a" * 24), "look": (r"(?<=a)(?=b)\p{Lu}|(?i)x\K", "aB"),
                                   "recursion": (r"(?<n>\((?:[^()]|(?&n))*\))", "((()))"), "back": (r"(.)\1{2,}$", "aaa")}.items():
        write("texts", f"pattern-{name}", f"p{pattern}\n{value}")
    for how, text in {2: "12345", 4: "a@b.cc", 6: "€ 1,234.50", 48: "true", 1: "false", 0: "yyyy-MM-dd"}.items():
        write("texts", f"value-{how}", b"v" + bytes([how]) + text.encode())


def files():
    small = re.search(r"smallPdf =(.*?);", (here / "verb_table.cpp").read_text(), re.S)[1]
    pdf = "".join(re.findall(r'"(.*)"', small)).replace("\\n", "\n")
    write("files", "small.pdf", pdf)
    write("files", "round.pdf", pdf.replace("/Kids[3 0 R]", "/Kids[2 0 R]"))
    for name in ["object_streams.pdf", "inflates_twice.pdf", "sample.docx", "sample.jpg", "sample.png"]:
        write("files", name, (source / "tests/data" / name).read_bytes())


for make in [verbs, records, evidence, log_files, texts, files]:
    make()
