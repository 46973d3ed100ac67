"""The host's side of the outbox: it takes the mails that are due, delivers them, and says so."""

from __future__ import annotations

import stead
import tell


def deliver(engine: stead.Engine, to: str, *, kind: str | None = None, show: bool = False) -> str:
    """Delivers all due mails and tells who got what.

    The first mail to `to` (of `kind`, or of any) is shown whole when `show`. Answers the secret at the end of its
    link, "" when there is none.
    """
    token = ""
    mails = engine.outbox.take(max=100)
    if not mails:
        tell.say("(no mail is due)")
    for mail in mails:
        wanted = mail.to.email == to and kind in (None, mail.kind)
        if wanted and show:
            tell.mail(mail)
        else:
            tell.say(f"mail to {mail.to.email:28} {mail.subject}")
        if wanted and not token:
            token = mail.token or ""
        engine.outbox.ack(mail)
    return token
