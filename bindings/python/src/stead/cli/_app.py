"""All commands under one name."""

from __future__ import annotations

import os

import click

from .. import __version__
from . import audit, care, decide, doctor, due, graph, identities, init, outbox, status

_ENDING = """\b
Exit codes:
  0   done
  1   the answer is no: refused, broken, a fault was found
  2   wrong usage
  11  invalid    12  refused   13  not found   14  conflict   15  unauthenticated
  16  limit      17  busy      18  storage     19  misuse     20  internal
"""


@click.group(epilog=_ENDING, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="stead")
def app() -> None:
    """Acting on behalf of another person: look after a store.

    The store is told by --store or STEAD_STORE; its secret by --secret-file or STEAD_SECRET_FILE, else it is the file
    beside the store. Every command answers in JSON with --json.
    """


for _command in (
    init.init,
    status.status,
    identities.identities,
    decide.decide,
    outbox.outbox,
    due.run_due,
    audit.audit,
    care.backup,
    care.check,
    graph.graph,
    doctor.doctor,
):
    app.add_command(_command)


def run() -> int:
    """Runs the command line of this process; a defect is told in one line, with its traceback only on demand."""
    try:
        app(prog_name="stead")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception as defect:
        if os.environ.get("STEAD_TRACEBACK"):
            raise
        click.echo(f"error: a defect in the command line ({type(defect).__name__}); please report it", err=True)
        click.echo("code: internalError   what helps: STEAD_TRACEBACK=1 shows where", err=True)
        return 20
    return 0
