#!/usr/bin/python3
"""Makes the tables, the plots and the one JSON of a run of bench.sh: report.py RESULTS-FOLDER DOCS-FOLDER.

Reads row-N.json of each row (row-8-LANGUAGE.json for the languages) and writes performance/results.json,
performance/row-N.svg and the part of performance.md between its two marks. Rows that were not measured keep what an
earlier run left in results.json. Standard library only."""

import json
import math
import platform
import sys
from pathlib import Path

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
LANGUAGE_LIMITS = {"python": 1.5, "java": 1.5, "php": 2.5}
LANGUAGE_NAMES = {"python": "Python", "java": "Java", "php": "PHP"}
LANGUAGE_VALUES = {"authorize_ns": "authorize", "c_authorize_ns": "the C call", "added": "added",
                   "trivial_ns": "trivial call", "decide_ns": "decision as a record",
                   "whole_decision_ns": "decision as a record", "method_ns": "public method"}
COLOURS = ["#2f7ed8", "#d9822b", "#3d9970", "#a05195"]  # readable on white and on black


def number(value):
    """Three significant digits, thousands apart."""
    if value == 0:
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{digits}f}"


def alone(value):
    return {"median": value, "low": value, "high": value}


def language_row(files):
    """Row 8 in the shape of the others; the languages print one flat line each."""
    row = {"row": 8, "what": "authorize through each language", "unit": "ns", "sized": "", "targets": [], "sizes": [],
           "plot": [], "notes": ["Added: what a language adds to the C call, over a trivial native call of the same shape."]}
    for file in sorted(files):
        line = json.loads(file.read_text(encoding="utf-8").strip().splitlines()[-1])
        name, limit = LANGUAGE_NAMES[line["language"]], LANGUAGE_LIMITS[line["language"]]
        row["targets"].append({"what": f"{name}: added over a trivial call", "measured": line["ratio"],
                               "bound": "at most", "limit": limit, "met": line["ratio"] <= limit})
        values = {LANGUAGE_VALUES[key]: alone(value) for key, value in line.items() if key in LANGUAGE_VALUES}
        row["sizes"].append({"size": 0, "name": name, "values": values,
                             "ratios": {"added / trivial call": alone(line["ratio"])}})
    return row


def read_rows(results, kept):
    rows = {row["row"]: row for row in kept}
    for file in results.glob("row-*.json"):
        if not file.stem.startswith("row-8"):
            row = json.loads(file.read_text(encoding="utf-8"))
            rows[row["row"]] = row
    languages = [file for file in results.glob("row-8-*.json") if file.stat().st_size > 0]
    if languages:
        rows[8] = language_row(languages)
    return [rows[number] for number in sorted(rows)]


def targets_table(rows):
    lines = ["| row | what | measured | target | |", "|---|---|---|---|---|"]
    for row in rows:
        for target in row["targets"]:
            sign = "≤" if target["bound"] == "at most" else "≥"
            lines.append(f"| {row['row']} | {target['what']} | {number(target['measured'])} | {sign} {target['limit']:g} "
                         f"| {'met' if target['met'] else '**missed**'} |")
    return lines


def heading(row, size):
    if "name" in size:
        return size["name"]
    return f"{size['size']:,} {row['sized']}" if row["sized"] else "measured"


def row_table(row):
    """One column per size; medians, and the spread of each ratio over the rounds."""
    lines = [f"### Row {row['row']}: {row['what']}", "", f"Medians of {row['rounds']} rounds, {row['unit']}."
             if "rounds" in row else f"Medians, {row['unit']}.", ""]
    sizes = row["sizes"]
    lines.append("| | " + " | ".join(heading(row, size) for size in sizes) + " |")
    lines.append("|---" * (len(sizes) + 1) + "|")
    for kind in ("values", "ratios"):
        names = list(dict.fromkeys(name for size in sizes for name in size[kind]))
        for name in names:
            cells = [cell(size[kind].get(name), kind == "ratios") for size in sizes]
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines.append("")
    lines += [note for text in row["notes"] for note in (text, "")]
    if can_plot(row):
        lines += [f"![Row {row['row']}: growth](performance/row-{row['row']}.svg)", ""]
    return lines


def cell(spread, with_spread):
    if spread is None:
        return ""
    text = number(spread["median"])
    if with_spread and spread["low"] != spread["high"]:
        text += f" ({number(spread['low'])} to {number(spread['high'])})"
    return text


def can_plot(row):
    return bool(row["plot"]) and len(row["sizes"]) > 1


class Plot:
    """Medians over sizes, both axes logarithmic, with the spread of the rounds as bars."""

    width, height = 640, 360
    left, right, top, bottom = 76, 170, 40, 52

    def __init__(self, row):
        self.row = row
        self.sizes = [size["size"] for size in row["sizes"]]
        spreads = [size["values"][name] for size in row["sizes"] for name in row["plot"]]
        self.low = min(spread["low"] for spread in spreads) * 0.8
        self.high = max(spread["high"] for spread in spreads) * 1.25

    def x(self, size):
        span = math.log(self.sizes[-1] / self.sizes[0])
        return self.left + math.log(size / self.sizes[0]) / span * (self.width - self.left - self.right)

    def y(self, value):
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.height - self.bottom - share * (self.height - self.top - self.bottom)

    def ticks(self):
        """1, 2 and 5 of each power of ten; only the powers where there are many."""
        powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        fine = [step * 10.0 ** power for power in powers for step in (1, 2, 5)]
        inside = [value for value in fine if self.low <= value <= self.high]
        if len(inside) > 7:
            inside = [value for value in inside if math.isclose(math.log10(value), round(math.log10(value)))]
        return inside

    def axes(self):
        x0, x1, y0 = self.left, self.width - self.right, self.height - self.bottom
        out = [f'<text class="title" x="{x0}" y="22">Row {self.row["row"]}: {self.row["what"]}, '
               f'{self.row["unit"]}</text>',
               f'<text text-anchor="end" x="{x1}" y="{self.height - 12}">{self.row["sized"]} →</text>']
        for value in self.ticks():
            y = self.y(value)
            out.append(f'<line class="grid" x1="{x0}" x2="{x1}" y1="{y:.1f}" y2="{y:.1f}"/>')
            out.append(f'<text text-anchor="end" x="{x0 - 8}" y="{y + 4:.1f}">{value:,g}</text>')
        for size in self.sizes:
            x = self.x(size)
            out.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{self.top}" y2="{y0}"/>')
            out.append(f'<text text-anchor="middle" x="{x:.1f}" y="{y0 + 18}">{size:,}</text>')
        return out

    def curve(self, name, colour, dash):
        points = [(self.x(size["size"]), size["values"][name]) for size in self.row["sizes"]]
        line = " ".join(f"{x:.1f},{self.y(spread['median']):.1f}" for x, spread in points)
        out = [f'<polyline points="{line}" stroke="{colour}"{dash}/>']
        for x, spread in points:
            out.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{self.y(spread["low"]):.1f}" '
                       f'y2="{self.y(spread["high"]):.1f}" stroke="{colour}"/>')
            out.append(f'<circle cx="{x:.1f}" cy="{self.y(spread["median"]):.1f}" r="3.5" fill="{colour}"/>')
        return out

    def labels(self):
        """At the end of each curve, pushed apart where curves end close together."""
        ends = sorted((self.y(self.row["sizes"][-1]["values"][name]["median"]), name) for name in self.row["plot"])
        out, above = [], -math.inf
        for y, name in ends:
            above = max(y + 4, above + 16)
            colour = COLOURS[self.row["plot"].index(name) % len(COLOURS)]
            out.append(f'<text x="{self.width - self.right + 12}" y="{above:.1f}" fill="{colour}">{name}</text>')
        return out

    def svg(self):
        body = self.axes()
        for place, name in enumerate(self.row["plot"]):
            body += self.curve(name, COLOURS[place % len(COLOURS)], "" if place == 0 else ' stroke-dasharray="6 4"')
        body += self.labels()
        style = ("text{font:13px system-ui,sans-serif}text:not([fill]){fill:#808080}.title{font-weight:600}"
                 ".grid{stroke:#808080;stroke-opacity:.25}polyline{fill:none;stroke-width:2.5}line{stroke-width:1.5}")
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" role="img" '
                f'aria-label="Row {self.row["row"]}: {self.row["what"]}">\n<style>{style}</style>\n'
                + "\n".join(body) + "\n</svg>\n")


def processor():
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def fill(page, rows):
    text = page.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise SystemExit(f"{page} lacks its marks {BEGIN} and {END}")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    tables = targets_table(rows) + [""] + [line for row in rows for line in row_table(row)]
    page.write_text(before + BEGIN + "\n\n" + "\n".join(tables) + END + after, encoding="utf-8")


def main():
    results, docs = Path(sys.argv[1]), Path(sys.argv[2])
    folder = docs / "performance"
    folder.mkdir(exist_ok=True)
    record = folder / "results.json"
    kept = json.loads(record.read_text(encoding="utf-8"))["rows"] if record.exists() else []
    rows = read_rows(results, kept)
    record.write_text(json.dumps({"processor": processor(), "rows": rows}, indent=1, ensure_ascii=False) + "\n",
                      encoding="utf-8")
    for row in rows:
        if can_plot(row):
            (folder / f"row-{row['row']}.svg").write_text(Plot(row).svg(), encoding="utf-8")
    fill(docs / "performance.md", rows)
    print("\n".join(targets_table(rows)))


if __name__ == "__main__":
    main()
