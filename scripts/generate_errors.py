#!/usr/bin/env python3
"""Writes the error codes of Python, PHP and Java from core/base/errors.json, the one table of all languages.

usage: generate_errors.py          writes the files
       generate_errors.py --check  says which files are not what the table makes, and ends with 1 if any
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "core/base/errors.json"
ORIGIN = "Generated from core/base/errors.json by scripts/generate_errors.py; do not edit."


def constant(word: str) -> str:
    """consentPending -> CONSENT_PENDING"""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word).upper()


def capital(word: str) -> str:
    return word[0].upper() + word[1:]


def sentence(meaning: str) -> str:
    return capital(meaning) + "."


def python(table: dict) -> str:
    out = [
        f'"""{ORIGIN}"""',
        "",
        "from __future__ import annotations",
        "",
        "from enum import StrEnum",
        "",
        "",
        "class Status(StrEnum):",
        '    """Coarse kind of an error, for branching. Source: design 8."""',
        "",
    ]
    out += [f'    {constant(name)} = "{name}"' for name in table["statuses"]]
    out += ["", "", "class Code(StrEnum):", '    """What exactly happened. Stable; docs/errors.md explains each."""', ""]
    for row in table["codes"]:
        out += [f'    {constant(row["code"])} = "{row["code"]}"', f'    """{sentence(row["meaning"])}"""']
    out += ["", "", "STATUS_OF: dict[Code, Status] = {"]
    out += [f'    Code.{constant(row["code"])}: Status.{constant(row["status"])},' for row in table["codes"]]
    out += ["}", '"""The status that goes with each code."""', "", "REMEDY_OF: dict[Code, str] = {"]
    out += [f'    Code.{constant(row["code"])}: "{row["remedy"]}",' for row in table["codes"] if "remedy" in row]
    out += ["}", '"""The verb that mends a refusal, where there is one."""', ""]
    return "\n".join(out)


def php(table: dict) -> str:
    out = ["<?php", "", f"// {ORIGIN}", "", "declare(strict_types=1);", "", "namespace Stead;", ""]
    out += ["/** What exactly happened. Stable; docs/errors.md explains each. */", "enum Code: string", "{"]
    for row in table["codes"]:
        out += [f'    /** {sentence(row["meaning"])} */', f'    case {capital(row["code"])} = \'{row["code"]}\';']
    out += ["", "    /** The coarse kind of the error, for branching. */", "    public function status(): Status", "    {"]
    out += ["        return match ($this) {"]
    for status in table["statuses"]:
        cases = [f'self::{capital(row["code"])}' for row in table["codes"] if row["status"] == status]
        if cases:
            out += [f"            {case}," for case in cases[:-1]]
            out += [f"            {cases[-1]} => Status::{capital(status)},"]
    out += ["        };", "    }", "", "    /** The verb that mends a refusal; null where there is none. */"]
    out += ["    public function remedy(): ?string", "    {", "        return match ($this) {"]
    for row in table["codes"]:
        if "remedy" in row:
            out += [f'            self::{capital(row["code"])} => \'{row["remedy"]}\',']
    out += ["            default => null,", "        };", "    }", "}", ""]
    return "\n".join(out)


def php_status(table: dict) -> str:
    out = ["<?php", "", f"// {ORIGIN}", "", "declare(strict_types=1);", "", "namespace Stead;", ""]
    out += ["/** Coarse kind of an error, for branching. Source: design 8. */", "enum Status: string", "{"]
    out += [f"    case {capital(name)} = '{name}';" for name in table["statuses"]]
    return "\n".join(out + ["}", ""])


def java(table: dict) -> str:
    rows = []
    for row in table["codes"]:
        remedy = f'"{row["remedy"]}"' if "remedy" in row else "null"
        rows.append(
            f'    /** {sentence(row["meaning"])} */\n'
            f'    {constant(row["code"])}("{row["code"]}", Status.{constant(row["status"])}, {remedy})'
        )
    return f"""// {ORIGIN}
package io.stead;

import java.util.Optional;

/** What exactly happened. Stable; docs/errors.md explains each. */
public enum Code {{
{(","+chr(10)).join(rows)};

    private final String wireName;
    private final Status status;
    private final String remedy;

    Code(String wireName, Status status, String remedy) {{
        this.wireName = wireName;
        this.status = status;
        this.remedy = remedy;
    }}

    /**
     * The word that crosses the C ABI.
     *
     * @return for example {{@code consentPending}}
     */
    public String wireName() {{
        return wireName;
    }}

    /**
     * The coarse kind of the error.
     *
     * @return the status that goes with this code
     */
    public Status status() {{
        return status;
    }}

    /**
     * The verb that mends a refusal.
     *
     * @return for example {{@code identity.resend}}; empty where there is none
     */
    public Optional<String> remedy() {{
        return Optional.ofNullable(remedy);
    }}

    /**
     * The code of a word; a newer library may know words that this enum does not.
     *
     * @param wireName the word that crosses the C ABI
     * @return the code, or empty for a word that is not known here
     */
    public static Optional<Code> fromWire(String wireName) {{
        for (Code code : values()) {{
            if (code.wireName.equals(wireName)) {{
                return Optional.of(code);
            }}
        }}
        return Optional.empty();
    }}
}}
"""


def java_status(table: dict) -> str:
    rows = ",\n".join(f'    /** {name} */\n    {constant(name)}("{name}")' for name in table["statuses"])
    return f"""// {ORIGIN}
package io.stead;

/** Coarse kind of an error, for branching; the order is that of the C ABI's numbers. Source: design 8. */
public enum Status {{
{rows};

    private final String wireName;

    Status(String wireName) {{
        this.wireName = wireName;
    }}

    /**
     * The word for this status.
     *
     * @return for example {{@code refused}}
     */
    public String wireName() {{
        return wireName;
    }}
}}
"""


OUTPUTS = {
    "bindings/python/src/stead/_codes.py": python,
    "bindings/php/src/Code.php": php,
    "bindings/php/src/Status.php": php_status,
    "bindings/java/src/main/java/io/stead/Code.java": java,
    "bindings/java/src/main/java/io/stead/Status.java": java_status,
}


def main() -> int:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    stale = 0
    for name, make in OUTPUTS.items():
        path = ROOT / name
        text = make(table)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in sys.argv[1:]:
            print(f"{name} is not what core/base/errors.json makes; run scripts/generate_errors.py")
            stale = 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
