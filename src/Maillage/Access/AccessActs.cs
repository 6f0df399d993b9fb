namespace Maillage.Access;

/// <summary>What the operations of the module do, as the audit names it.</summary>
public static class AccessActs
{
    public const string AdministratorInvited = "access.act.administrator_invited";
    public const string Invited = "access.act.invited";
    public const string InvitationWithdrawn = "access.act.invitation_withdrawn";
    public const string InvitationAccepted = "access.act.invitation_accepted";
    public const string GuardianAsked = "access.act.guardian_asked";
    public const string GuardianNoLongerAsked = "access.act.guardian_no_longer_asked";
    public const string GuardianAgreed = "access.act.guardian_agreed";
    public const string GuardianRefused = "access.act.guardian_refused";
    public const string EmailChangeAsked = "access.act.email_change_asked";
    public const string EmailChanged = "access.act.email_changed";
    public const string RoleEnded = "access.act.role_ended";
    public const string SignedIn = "access.act.signed_in";
    public const string SessionEnded = "access.act.session_ended";
    public const string SignInLinkAsked = "access.act.sign_in_link_asked";
    public const string SignInLinkUsed = "access.act.sign_in_link_used";
    public const string RecoveryUsed = "access.act.recovery_used";
    public const string PasswordSet = "access.act.password_set";
    public const string CodesSet = "access.act.codes_set";
    public const string CodeUsed = "access.act.code_used";
    public const string RecoveryCodeUsed = "access.act.recovery_code_used";
    public const string PasskeyAdded = "access.act.passkey_added";
    public const string PasskeyRemoved = "access.act.passkey_removed";
    public const string ProviderLinked = "access.act.provider_linked";
    public const string ProviderUnlinked = "access.act.provider_unlinked";
    public const string ProfileChanged = "access.act.profile_changed";
    public const string RecoveryAllowed = "access.act.recovery_allowed";
    public const string LinkFollowed = "access.act.link_followed";
    public const string ApiKeyGiven = "access.act.api_key_given";
    public const string ApiKeyRevoked = "access.act.api_key_revoked";
    public const string PersonalDataExported = "access.act.personal_data_exported";
    public const string AccountErased = "access.act.account_erased";
    public const string ExpiredErased = "access.act.expired_erased";
    public const string LearnerRead = "access.act.learner_read";
    public const string AuditExported = "access.act.audit_exported";
}
