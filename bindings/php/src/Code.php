<?php

// Generated from core/base/errors.json by scripts/generate_errors.py; do not edit.

declare(strict_types=1);

namespace Stead;

/** What exactly happened. Stable; docs/errors.md explains each. */
enum Code: string
{
    /** The record breaks one or more rules; every violation is listed by field. */
    case InvalidRecord = 'invalidRecord';
    /** The bytes are not an acceptable JSON record (syntax, UTF-8, duplicate key, depth, size, number range). */
    case MalformedRecord = 'malformedRecord';
    /** An argument outside the record is not well formed (id, e-mail, token, option). */
    case MalformedArgument = 'malformedArgument';
    /** An uploaded file is empty, of an unsupported type or cannot be read. */
    case MalformedFile = 'malformedFile';
    /** The bytes are not a stead-evidence/1 file, or the verifier key is not a vkey. */
    case MalformedEvidence = 'malformedEvidence';
    /** A member of the contract that has no effect yet was given another value than its default. */
    case NotSupportedYet = 'notSupportedYet';
    /** The acting user or the credential of the session is not active. */
    case ActorInactive = 'actorInactive';
    /** No operation has this name. */
    case UnknownOperation = 'unknownOperation';
    /** This operation can only be done as oneself. */
    case OperationNotDelegable = 'operationNotDelegable';
    /** The actor has no sender identity for this principal. */
    case NoIdentity = 'noIdentity';
    /** The owner has not answered the consent request yet. */
    case ConsentPending = 'consentPending';
    /** The owner denied the consent request. */
    case ConsentDenied = 'consentDenied';
    /** The owner revoked the consent. */
    case ConsentRevoked = 'consentRevoked';
    /** The grant begins at a later moment. */
    case GrantNotStarted = 'grantNotStarted';
    /** The grant has ended. */
    case GrantEnded = 'grantEnded';
    /** The owner did not grant this operation. */
    case OperationNotGranted = 'operationNotGranted';
    /** The account has account-wide authority switched off. */
    case AccountWideOff = 'accountWideOff';
    /** The actor lacks apiAccountWideAccess. */
    case LacksAccountWideAccess = 'lacksAccountWideAccess';
    /** The actor lacks allowSendOnBehalfOf. */
    case LacksSendOnBehalfOf = 'lacksSendOnBehalfOf';
    /** The operating user is not an active member of the account. */
    case LacksMembership = 'lacksMembership';
    /** The role does not allow this operation. */
    case LacksRole = 'lacksRole';
    /** The document was sent for a principal; the act must name the same principal. */
    case PrincipalRequired = 'principalRequired';
    /** An identity for the own e-mail makes no sense. */
    case SelfApproval = 'selfApproval';
    /** The address is linked to another account by a living grant. */
    case LinkedElsewhere = 'linkedElsewhere';
    /** The thing is in a state in which this act is not possible. */
    case WrongState = 'wrongState';
    /** It is not this signer's turn yet. */
    case SigningOrder = 'signingOrder';
    /** The signer has to give the access code first. */
    case AccessCodeRequired = 'accessCodeRequired';
    /** The access code is wrong. */
    case AccessCodeWrong = 'accessCodeWrong';
    /** Too many wrong access codes; the sender has to set a new one. */
    case SignerLocked = 'signerLocked';
    /** A file of the document cannot be turned into finished pages here. */
    case CannotRender = 'cannotRender';
    /** The last active Admin of an account cannot be taken away. */
    case LastAdmin = 'lastAdmin';
    /** No such account. */
    case AccountNotFound = 'accountNotFound';
    /** No such user in this account. */
    case UserNotFound = 'userNotFound';
    /** No such team in this account. */
    case TeamNotFound = 'teamNotFound';
    /** No such API key of this user. */
    case ApiKeyNotFound = 'apiKeyNotFound';
    /** No such webhook in this account. */
    case WebhookNotFound = 'webhookNotFound';
    /** The actor has no such sender identity. */
    case IdentityNotFound = 'identityNotFound';
    /** No such brand in this account. */
    case BrandNotFound = 'brandNotFound';
    /** No such document that the caller may see or act on. */
    case DocumentNotFound = 'documentNotFound';
    /** No such signer of this document. */
    case SignerNotFound = 'signerNotFound';
    /** No such file of this document. */
    case FileNotFound = 'fileNotFound';
    /** No such leased outbox message. */
    case MessageNotFound = 'messageNotFound';
    /** No such audit entry. */
    case EntryNotFound = 'entryNotFound';
    /** The link is not valid, was used, or was replaced by a newer one. */
    case LinkNotFound = 'linkNotFound';
    /** The creator has an identity for this e-mail already. */
    case IdentityExists = 'identityExists';
    /** The account has a user with this e-mail already. */
    case UserExists = 'userExists';
    /** The account has a team of this name already. */
    case TeamExists = 'teamExists';
    /** A sender identity or a document that is still to be sent or signed uses the brand. */
    case BrandInUse = 'brandInUse';
    /** The record has changed since it was read; read it again. */
    case VersionMoved = 'versionMoved';
    /** The change would not do any more what its dry run showed; look at the new plan. */
    case PlanChanged = 'planChanged';
    /** The same requestId was used with another body. */
    case RequestIdReused = 'requestIdReused';
    /** There is a file at the path of the backup already; nothing was written. */
    case BackupExists = 'backupExists';
    /** The consent text changed after it was shown; show it again. */
    case TextMoved = 'textMoved';
    /** The API key is unknown or revoked. */
    case BadCredential = 'badCredential';
    /** A size or count exceeds its limit. */
    case TooLarge = 'tooLarge';
    /** Too many of this in the given time; try again later. */
    case TooMany = 'tooMany';
    /** The process ran out of memory. */
    case OutOfMemory = 'outOfMemory';
    /** Another writer held the store for too long. */
    case StoreBusy = 'storeBusy';
    /** The store could not be read or written. */
    case StoreFailed = 'storeFailed';
    /** The disk of the store is full. */
    case StoreFull = 'storeFull';
    /** The store was written by a newer version of Stead. */
    case StoreNewer = 'storeNewer';
    /** The store needs a migration and migrate is 'never'. */
    case StoreOlder = 'storeOlder';
    /** The store was migrated under an open engine; open it again. */
    case StoreMoved = 'storeMoved';
    /** The file is not a Stead store. */
    case StoreForeign = 'storeForeign';
    /** The host secret is not the one this store was made with. */
    case SecretMismatch = 'secretMismatch';
    /** The store ends before the checkpoint that is expected of it: an old backup, or another store. */
    case StoreBehind = 'storeBehind';
    /** The store does not continue the checkpoint that is expected of it: its past was rewritten. */
    case StoreContradicts = 'storeContradicts';
    /** The audit trail does not fit its own hashes. */
    case AuditBroken = 'auditBroken';
    /** A required argument is NULL. */
    case NullArgument = 'nullArgument';
    /** The handle was closed. */
    case ClosedHandle = 'closedHandle';
    /** The handle is of another kind or belongs to another engine. */
    case ForeignHandle = 'foreignHandle';
    /** The engine was opened by another process; close before fork, open after it. */
    case ForkedProcess = 'forkedProcess';
    /** The program was built against an incompatible stead.h. */
    case HeaderMismatch = 'headerMismatch';
    /** TestClockMs and testIdSeed are for test stores only. */
    case TestOptionOnRealStore = 'testOptionOnRealStore';
    /** A defect in Stead; please report it. */
    case InternalError = 'internalError';

    /** The coarse kind of the error, for branching. */
    public function status(): Status
    {
        return match ($this) {
            self::InvalidRecord,
            self::MalformedRecord,
            self::MalformedArgument,
            self::MalformedFile,
            self::MalformedEvidence,
            self::NotSupportedYet => Status::Invalid,
            self::ActorInactive,
            self::UnknownOperation,
            self::OperationNotDelegable,
            self::NoIdentity,
            self::ConsentPending,
            self::ConsentDenied,
            self::ConsentRevoked,
            self::GrantNotStarted,
            self::GrantEnded,
            self::OperationNotGranted,
            self::AccountWideOff,
            self::LacksAccountWideAccess,
            self::LacksSendOnBehalfOf,
            self::LacksMembership,
            self::LacksRole,
            self::PrincipalRequired,
            self::SelfApproval,
            self::LinkedElsewhere,
            self::WrongState,
            self::SigningOrder,
            self::AccessCodeRequired,
            self::AccessCodeWrong,
            self::SignerLocked,
            self::CannotRender,
            self::LastAdmin => Status::Refused,
            self::AccountNotFound,
            self::UserNotFound,
            self::TeamNotFound,
            self::ApiKeyNotFound,
            self::WebhookNotFound,
            self::IdentityNotFound,
            self::BrandNotFound,
            self::DocumentNotFound,
            self::SignerNotFound,
            self::FileNotFound,
            self::MessageNotFound,
            self::EntryNotFound,
            self::LinkNotFound => Status::NotFound,
            self::IdentityExists,
            self::UserExists,
            self::TeamExists,
            self::BrandInUse,
            self::VersionMoved,
            self::PlanChanged,
            self::RequestIdReused,
            self::BackupExists,
            self::TextMoved => Status::Conflict,
            self::BadCredential => Status::Unauthenticated,
            self::TooLarge,
            self::TooMany,
            self::OutOfMemory => Status::Limit,
            self::StoreBusy => Status::Busy,
            self::StoreFailed,
            self::StoreFull,
            self::StoreNewer,
            self::StoreOlder,
            self::StoreMoved,
            self::StoreForeign,
            self::SecretMismatch,
            self::StoreBehind,
            self::StoreContradicts,
            self::AuditBroken => Status::Storage,
            self::NullArgument,
            self::ClosedHandle,
            self::ForeignHandle,
            self::ForkedProcess,
            self::HeaderMismatch,
            self::TestOptionOnRealStore => Status::Misuse,
            self::InternalError => Status::Internal,
        };
    }

    /** The verb that mends a refusal; null where there is none. */
    public function remedy(): ?string
    {
        return match ($this) {
            self::ActorInactive => 'user.reactivate',
            self::UnknownOperation => 'operation.list',
            self::OperationNotDelegable => 'session.actAsSelf',
            self::NoIdentity => 'identity.create',
            self::ConsentPending => 'identity.resend',
            self::ConsentDenied => 'identity.rerequest',
            self::ConsentRevoked => 'identity.rerequest',
            self::GrantNotStarted => 'grant.wait',
            self::GrantEnded => 'identity.rerequest',
            self::OperationNotGranted => 'identity.rerequest',
            self::AccountWideOff => 'account.update',
            self::LacksAccountWideAccess => 'user.update',
            self::LacksSendOnBehalfOf => 'user.update',
            self::LacksMembership => 'user.invite',
            self::LacksRole => 'user.update',
            self::PrincipalRequired => 'session.onBehalfOf',
            self::SelfApproval => 'session.actAsSelf',
            self::LinkedElsewhere => 'grant.revoke',
            self::WrongState => 'get',
            self::SigningOrder => 'grant.wait',
            self::AccessCodeRequired => 'signer.authenticate',
            self::AccessCodeWrong => 'signer.authenticate',
            self::SignerLocked => 'document.changeAccessCode',
            self::CannotRender => 'document.finish',
            self::LastAdmin => 'user.update',
            default => null,
        };
    }
}
