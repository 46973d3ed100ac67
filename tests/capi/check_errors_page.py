#!/usr/bin/env python3
"""usage: check_errors_page.py core/base/errors.json docs/errors.md: every code stands on the page as the table has it."""
import json
import re
import sys

table = json.load(open(sys.argv[1], encoding="utf-8"))
page, status = {}, None
for line in open(sys.argv[2], encoding="utf-8"):
    if line.startswith("## "):
        status = line[3:].strip()
    row = re.match(r"\| `(\w+)` \| (.*) \| (.*?) ?\|$", line)
    if row:
        page[row[1]] = (status, row[2], "try again" in row[3], (re.findall(r"`([\w.]+)`", row[3]) or [""])[0])

wrong = 0
for code in table["codes"]:
    expected = (code["status"], code["meaning"], code.get("retriable", False), code.get("remedy", ""))
    found = page.pop(code["code"], None)
    if found != expected:
        print(f"{code['code']}: the page says {found}, the table {expected}")
        wrong = 1
for name in page:
    print(f"{name}: on the page, but not in the table")
    wrong = 1
sys.exit(wrong)
