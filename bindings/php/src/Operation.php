<?php

declare(strict_types=1);

namespace Stead;

/** A named act. Source: design 4, 11. */
enum Operation: string
{
    case DocumentSend = 'document.send';
    case DocumentDownload = 'document.download';
    case DocumentAuditLog = 'document.auditLog';
    case DocumentRemind = 'document.remind';
    case DocumentRevoke = 'document.revoke';
    case DocumentChangeAccessCode = 'document.changeAccessCode';
    case DocumentEdit = 'document.edit';
    case DocumentCancelEditing = 'document.cancelEditing';
    case DocumentChangeRecipient = 'document.changeRecipient';
    case DocumentExtendExpiry = 'document.extendExpiry';
    case DocumentPrefill = 'document.prefill';
    case DocumentAddAuthentication = 'document.addAuthentication';
    case DocumentRemoveAuthentication = 'document.removeAuthentication';
    case DocumentView = 'document.view';
    case DocumentDelete = 'document.delete';
    case DocumentTag = 'document.tag';
    case DocumentHandOver = 'document.handOver';
    case DocumentTeamList = 'document.teamList';
    case IdentityCreate = 'identity.create';
    case IdentityView = 'identity.view';
    case IdentityUpdate = 'identity.update';
    case IdentityDelete = 'identity.delete';
    case IdentityResend = 'identity.resend';
    case IdentityRerequest = 'identity.rerequest';
    case IdentityEvidence = 'identity.evidence';
    case UserInvite = 'user.invite';
    case UserResendInvitation = 'user.resendInvitation';
    case UserCancelInvitation = 'user.cancelInvitation';
    case UserView = 'user.view';
    case UserUpdate = 'user.update';
    case UserChangeTeam = 'user.changeTeam';
    case UserDeactivate = 'user.deactivate';
    case UserReactivate = 'user.reactivate';
    case TeamCreate = 'team.create';
    case TeamView = 'team.view';
    case TeamRename = 'team.rename';
    case TeamAssign = 'team.assign';
    case ApiKeyCreate = 'apiKey.create';
    case ApiKeyView = 'apiKey.view';
    case ApiKeyRevoke = 'apiKey.revoke';
    case BrandCreate = 'brand.create';
    case BrandView = 'brand.view';
    case BrandUpdate = 'brand.update';
    case BrandDelete = 'brand.delete';
    case AccountView = 'account.view';
    case AccountUpdate = 'account.update';
    case AuditView = 'audit.view';
    case AuditVerify = 'audit.verify';
    case AuditErase = 'audit.erase';
    case AuditEvidence = 'audit.evidence';
    case GrantView = 'grant.view';
    case WebhookView = 'webhook.view';
    case WebhookCreate = 'webhook.create';
    case WebhookUpdate = 'webhook.update';
    case WebhookDelete = 'webhook.delete';
    case WebhookRollSecret = 'webhook.rollSecret';
    case ReportDocuments = 'report.documents';
    case EventView = 'event.view';
    case GrantViewOwn = 'grant.viewOwn';
}
