"""Every verb by the public method that says it: the one table of the conformance host and the schema tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import stead
from stead.groups.accounts import HostAccounts, OwnAccount
from stead.groups.api_keys import ApiKeys
from stead.groups.audit import Audit, Trails
from stead.groups.brands import Brands
from stead.groups.documents import Documents, HostDocuments
from stead.groups.events import Events
from stead.groups.grants import Grants
from stead.groups.identities import Identities
from stead.groups.outbox import Outbox
from stead.groups.owners import Owners
from stead.groups.reports import Reports
from stead.groups.signers import Signers
from stead.groups.teams import Teams
from stead.groups.users import Invitations, Users
from stead.groups.webhooks import Webhooks


class Verb(NamedTuple):
    """Where a verb is found, and which argument beside the record goes first."""

    method: Callable[..., Any]
    owner: str
    """"engine" or "session"."""
    group: str = ""
    """Attribute of the owner that holds the method; "" for the owner itself."""
    first: str = ""
    """"id", "token", or "" for none."""


VERBS: dict[str, Verb] = {
    "account.create": Verb(HostAccounts.create, "engine", "accounts"),
    "account.get": Verb(HostAccounts.get, "engine", "accounts", "id"),
    "account.update": Verb(OwnAccount.update, "session", "account"),
    "user.invite": Verb(Users.invite, "session", "users"),
    "user.accept": Verb(Invitations.accept, "engine", "invitations", "token"),
    "user.inviteAll": Verb(Users.invite_all, "session", "users"),
    "user.resendInvitation": Verb(Users.resend_invitation, "session", "users", "id"),
    "user.cancelInvitation": Verb(Users.cancel_invitation, "session", "users", "id"),
    "user.list": Verb(Users.list, "session", "users"),
    "user.get": Verb(Users.get, "session", "users", "id"),
    "user.update": Verb(Users.update, "session", "users", "id"),
    "user.changeTeam": Verb(Users.change_team, "session", "users", "id"),
    "user.deactivate": Verb(Users.deactivate, "session", "users", "id"),
    "user.reactivate": Verb(Users.reactivate, "session", "users", "id"),
    "team.create": Verb(Teams.create, "session", "teams"),
    "team.get": Verb(Teams.get, "session", "teams", "id"),
    "team.list": Verb(Teams.list, "session", "teams"),
    "team.rename": Verb(Teams.rename, "session", "teams", "id"),
    "team.assign": Verb(Teams.assign, "session", "teams", "id"),
    "apiKey.create": Verb(ApiKeys.create, "session", "api_keys"),
    "apiKey.list": Verb(ApiKeys.list, "session", "api_keys"),
    "apiKey.revoke": Verb(ApiKeys.revoke, "session", "api_keys", "id"),
    "identity.create": Verb(Identities.create, "session", "identities"),
    "identity.get": Verb(Identities.get, "session", "identities", "id"),
    "identity.list": Verb(Identities.list, "session", "identities"),
    "identity.update": Verb(Identities.update, "session", "identities", "id"),
    "identity.resend": Verb(Identities.resend, "session", "identities", "id"),
    "identity.rerequest": Verb(Identities.rerequest, "session", "identities", "id"),
    "identity.delete": Verb(Identities.delete, "session", "identities", "id"),
    "identity.evidence": Verb(Identities.evidence, "session", "identities", "id"),
    "owner.look": Verb(Owners.look, "engine", "owners", "token"),
    "owner.approve": Verb(Owners.approve, "engine", "owners", "token"),
    "owner.deny": Verb(Owners.deny, "engine", "owners", "token"),
    "owner.narrow": Verb(Owners.narrow, "engine", "owners", "token"),
    "owner.revoke": Verb(Owners.revoke, "engine", "owners", "token"),
    "grant.listPrincipals": Verb(Grants.principals, "session", "grants"),
    "grant.listActors": Verb(Grants.actors, "session", "grants"),
    "brand.create": Verb(Brands.create, "session", "brands"),
    "brand.get": Verb(Brands.get, "session", "brands", "id"),
    "brand.list": Verb(Brands.list, "session", "brands"),
    "brand.update": Verb(Brands.update, "session", "brands", "id"),
    "brand.delete": Verb(Brands.delete, "session", "brands", "id"),
    "brand.makeDefault": Verb(Brands.make_default, "session", "brands", "id"),
    "document.send": Verb(Documents.send, "session", "documents"),
    "document.get": Verb(Documents.get, "session", "documents", "id"),
    "document.list": Verb(Documents.list, "session", "documents"),
    "document.teamList": Verb(Documents.team_list, "session", "documents"),
    "document.behalfList": Verb(Documents.behalf_list, "session", "documents"),
    "document.revoke": Verb(Documents.revoke, "session", "documents", "id"),
    "document.remind": Verb(Documents.remind, "session", "documents", "id"),
    "document.handOver": Verb(Documents.hand_over, "session", "documents"),
    "document.changeAccessCode": Verb(Documents.change_access_code, "session", "documents", "id"),
    "document.extendExpiry": Verb(Documents.extend_expiry, "session", "documents", "id"),
    "document.addTags": Verb(Documents.add_tags, "session", "documents", "id"),
    "document.deleteTags": Verb(Documents.delete_tags, "session", "documents", "id"),
    "document.delete": Verb(Documents.delete, "session", "documents", "id"),
    "document.changeRecipient": Verb(Documents.change_recipient, "session", "documents", "id"),
    "document.prefill": Verb(Documents.prefill, "session", "documents", "id"),
    "document.auditLog": Verb(Documents.audit_log, "session", "documents", "id"),
    "signer.view": Verb(Signers.view, "engine", "signers", "token"),
    "signer.sign": Verb(Signers.sign, "engine", "signers", "token"),
    "signer.decline": Verb(Signers.decline, "engine", "signers", "token"),
    "signer.reassign": Verb(Signers.reassign, "engine", "signers", "token"),
    "outbox.take": Verb(Outbox.take, "engine", "outbox"),
    "outbox.bounced": Verb(Outbox.bounced, "engine", "outbox", "id"),
    "outbox.deadLetters": Verb(Outbox.dead_letters, "engine", "outbox"),
    "webhook.create": Verb(Webhooks.create, "session", "webhooks"),
    "webhook.list": Verb(Webhooks.list, "session", "webhooks"),
    "webhook.update": Verb(Webhooks.update, "session", "webhooks", "id"),
    "webhook.delete": Verb(Webhooks.delete, "session", "webhooks", "id"),
    "webhook.rollSecret": Verb(Webhooks.roll_secret, "session", "webhooks", "id"),
    "webhook.take": Verb(Outbox.take_webhooks, "engine", "outbox"),
    "report.documents": Verb(Reports.documents, "session", "reports"),
    "mail.plan": Verb(Outbox.plan, "engine", "outbox"),
    "events.list": Verb(Events.list, "session", "events"),
    "engine.runDue": Verb(stead.Engine.run_due, "engine"),
    "engine.check": Verb(stead.Engine.check, "engine"),
    "audit.verifyPart": Verb(Trails.verify_part, "engine", "audit", "id"),
    "audit.checkpoint": Verb(Trails.checkpoint, "engine", "audit", "id"),
    "audit.list": Verb(Audit.list, "session", "audit"),
    "audit.decideAsOf": Verb(Audit.decide_as_of, "session", "audit"),
    "audit.erasePerson": Verb(Audit.erase_person, "session", "audit"),
}
"""Verbs of the common shapes: a record in, a record out."""

OTHERS: dict[str, Callable[..., Any]] = {
    "brand.logo": Brands.logo_part,
    "document.certificate": Documents.certificate_part,
    "document.finished": Documents.finished_part,
    "document.finish": HostDocuments.finish,
    "signer.certificate": Signers.certificate_part,
    "signer.finished": Signers.finished_part,
    "document.download": Documents.download_part,
    "signer.download": Signers.download_part,
    "outbox.attachment": Outbox.attachment_part,
    "outbox.ack": Outbox.ack,
    "outbox.fail": Outbox.fail,
    "audit.verify": Trails.verify,
    "audit.proveInclusion": Trails.prove_inclusion,
    "audit.proveConsistency": Trails.prove_consistency,
    "audit.replay": Audit.replay,
    "audit.exportEvidence": Audit.export_evidence,
    "engine.backup": stead.Engine.backup,
    "consistency.verify": stead.verify_consistency,
    "evidence.verify": stead.verify_evidence,
    "operation.list": stead.operations,
    "session.explain": stead.Session.explain,
    "session.explainDocument": stead.Session.explain,
}
"""Verbs of a shape of their own."""


def snake(name: str) -> str:
    """behalfList -> behalf_list"""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def function_name(verb: str) -> str:
    """Name of the C function of a verb, without "stead_": apiKey.list -> api_key_list"""
    return snake(verb.replace(".", "_"))
