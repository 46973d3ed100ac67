<?php

declare(strict_types=1);

namespace Stead\Tests;

/** Where in the public layer each verb of the C ABI is. */
final class Verbs
{
    /** Verbs of a session: C function, group, method, arguments beside the record. */
    public const OF_SESSION = [
        'account.update' => ['account_update', 'accounts', 'update', []],
        'user.invite' => ['user_invite', 'users', 'invite', []],
        'user.inviteAll' => ['user_invite_all', 'users', 'inviteAll', []],
        'user.resendInvitation' => ['user_resend_invitation', 'users', 'resendInvitation', ['id']],
        'user.cancelInvitation' => ['user_cancel_invitation', 'users', 'cancelInvitation', ['id']],
        'user.list' => ['user_list', 'users', 'list', []],
        'user.get' => ['user_get', 'users', 'get', ['id']],
        'user.update' => ['user_update', 'users', 'update', ['id']],
        'user.changeTeam' => ['user_change_team', 'users', 'changeTeam', ['id']],
        'user.deactivate' => ['user_deactivate', 'users', 'deactivate', ['id']],
        'user.reactivate' => ['user_reactivate', 'users', 'reactivate', ['id']],
        'team.create' => ['team_create', 'teams', 'create', []],
        'team.get' => ['team_get', 'teams', 'get', ['id']],
        'team.list' => ['team_list', 'teams', 'list', []],
        'team.rename' => ['team_rename', 'teams', 'rename', ['id']],
        'team.assign' => ['team_assign', 'teams', 'assign', ['id']],
        'apiKey.create' => ['api_key_create', 'apiKeys', 'create', []],
        'apiKey.list' => ['api_key_list', 'apiKeys', 'list', []],
        'apiKey.revoke' => ['api_key_revoke', 'apiKeys', 'revoke', ['id']],
        'identity.create' => ['identity_create', 'identities', 'create', []],
        'identity.get' => ['identity_get', 'identities', 'get', ['id']],
        'identity.list' => ['identity_list', 'identities', 'list', []],
        'identity.update' => ['identity_update', 'identities', 'update', ['id']],
        'identity.resend' => ['identity_resend', 'identities', 'resend', ['id']],
        'identity.rerequest' => ['identity_rerequest', 'identities', 'rerequest', ['id']],
        'identity.delete' => ['identity_delete', 'identities', 'delete', ['id']],
        'identity.evidence' => ['identity_evidence', 'identities', 'evidence', ['id']],
        'grant.listPrincipals' => ['grant_list_principals', 'grants', 'principals', []],
        'grant.listActors' => ['grant_list_actors', 'grants', 'actors', []],
        'brand.create' => ['brand_create', 'brands', 'create', ['logo']],
        'brand.get' => ['brand_get', 'brands', 'get', ['id']],
        'brand.list' => ['brand_list', 'brands', 'list', []],
        'brand.update' => ['brand_update', 'brands', 'update', ['id', 'logo']],
        'brand.delete' => ['brand_delete', 'brands', 'delete', ['id']],
        'brand.makeDefault' => ['brand_make_default', 'brands', 'makeDefault', ['id']],
        'document.send' => ['document_send', 'documents', 'send', ['upload']],
        'document.get' => ['document_get', 'documents', 'get', ['id']],
        'document.list' => ['document_list', 'documents', 'list', []],
        'document.teamList' => ['document_team_list', 'documents', 'teamList', []],
        'document.behalfList' => ['document_behalf_list', 'documents', 'behalfList', []],
        'document.revoke' => ['document_revoke', 'documents', 'revoke', ['id']],
        'document.remind' => ['document_remind', 'documents', 'remind', ['id']],
        'document.handOver' => ['document_hand_over', 'documents', 'handOver', []],
        'document.changeAccessCode' => ['document_change_access_code', 'documents', 'changeAccessCode', ['id']],
        'document.extendExpiry' => ['document_extend_expiry', 'documents', 'extendExpiry', ['id']],
        'document.addTags' => ['document_add_tags', 'documents', 'addTags', ['id']],
        'document.deleteTags' => ['document_delete_tags', 'documents', 'deleteTags', ['id']],
        'document.delete' => ['document_delete', 'documents', 'delete', ['id']],
        'document.changeRecipient' => ['document_change_recipient', 'documents', 'changeRecipient', ['id']],
        'document.prefill' => ['document_prefill', 'documents', 'prefill', ['id']],
        'document.auditLog' => ['document_audit_log', 'documents', 'auditLog', ['id']],
        'webhook.create' => ['webhook_create', 'webhooks', 'create', []],
        'webhook.list' => ['webhook_list', 'webhooks', 'list', []],
        'webhook.update' => ['webhook_update', 'webhooks', 'update', ['id']],
        'webhook.delete' => ['webhook_delete', 'webhooks', 'delete', ['id']],
        'webhook.rollSecret' => ['webhook_roll_secret', 'webhooks', 'rollSecret', ['id']],
        'report.documents' => ['report_documents', 'reports', 'documents', []],
        'events.list' => ['events_list', 'events', 'list', []],
        'audit.list' => ['audit_list', 'audit', 'list', []],
        'audit.decideAsOf' => ['audit_decide_as_of', 'audit', 'decideAsOf', []],
        'audit.replay' => ['audit_replay', 'audit', 'replay', ['index']],
        'audit.erasePerson' => ['audit_erase_person', 'audit', 'erasePerson', []],
    ];

    /** Verbs of the engine, the same. */
    public const OF_ENGINE = [
        'account.create' => ['account_create', 'accounts', 'create', []],
        'account.get' => ['account_get', 'accounts', 'get', ['id']],
        'user.accept' => ['user_accept', null, 'acceptInvitation', ['token']],
        'outbox.take' => ['outbox_take', 'outbox', 'take', []],
        'outbox.bounced' => ['outbox_bounced', 'outbox', 'bounced', ['id']],
        'outbox.deadLetters' => ['outbox_dead_letters', 'outbox', 'deadLetters', []],
        'webhook.take' => ['webhook_take', 'outbox', 'takeWebhooks', []],
        'mail.plan' => ['mail_plan', 'outbox', 'plan', []],
        'engine.runDue' => ['engine_run_due', null, 'runDue', []],
        'engine.check' => ['engine_check', null, 'check', []],
        'audit.verifyPart' => ['audit_verify_part', 'audit', 'verifyPart', ['id']],
        'audit.checkpoint' => ['audit_checkpoint', 'audit', 'checkpoint', ['id']],
        'audit.verify' => ['audit_verify', 'audit', 'verify', ['id', 'deep']],
        'audit.proveInclusion' => ['audit_prove_inclusion', 'audit', 'proveInclusion', ['id', 'index']],
        'audit.proveConsistency' => ['audit_prove_consistency', 'audit', 'proveConsistency', ['id', 'from', 'to']],
    ];

    /** Verbs behind a link, the same. */
    public const OF_LINK = [
        'owner.look' => ['owner_look', 'ownerLink', 'look', []],
        'owner.approve' => ['owner_approve', 'ownerLink', 'approve', []],
        'owner.deny' => ['owner_deny', 'ownerLink', 'deny', []],
        'owner.narrow' => ['owner_narrow', 'ownerLink', 'narrow', []],
        'owner.revoke' => ['owner_revoke', 'ownerLink', 'revoke', []],
        'signer.view' => ['signer_view', 'signerLink', 'view', []],
        'signer.sign' => ['signer_sign', 'signerLink', 'sign', []],
        'signer.decline' => ['signer_decline', 'signerLink', 'decline', []],
        'signer.reassign' => ['signer_reassign', 'signerLink', 'reassign', []],
    ];

    /** The verbs whose shape is their own. */
    public const OWN_SHAPE = [
        'brand.logo' => ['brand_logo', 'brands', 'logo'],
        'document.certificate' => ['document_certificate', 'documents', 'certificate'],
        'document.finished' => ['document_finished', 'documents', 'finished'],
        'document.finish' => ['document_finish', 'documents', 'finish'],
        'signer.certificate' => ['signer_certificate', 'signerLink', 'certificate'],
        'signer.finished' => ['signer_finished', 'signerLink', 'finished'],
        'document.download' => ['document_download', 'documents', 'read'],
        'signer.download' => ['signer_download', 'signerLink', 'read'],
        'session.explain' => ['session_explain', null, 'explain'],
        'operation.list' => ['operation_list', null, 'operations'],
        'outbox.attachment' => ['outbox_attachment', 'outbox', 'attachment'],
        'outbox.fail' => ['outbox_fail', 'outbox', 'fail'],
        'audit.exportEvidence' => ['audit_export_evidence', 'audit', 'exportEvidence'],
        'consistency.verify' => ['consistency_verify', null, 'verify'],
        'engine.backup' => ['engine_backup', null, 'backup'],
        'evidence.verify' => ['evidence_verify', null, 'verify'],
    ];
}
