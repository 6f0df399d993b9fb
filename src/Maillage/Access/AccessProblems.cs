using Maillage.Access.Accounts;
using Maillage.Access.ApiKeys;
using Maillage.Access.Guardians;
using Maillage.Shared;

namespace Maillage.Access;

/// <summary>Every expected failure of the module.</summary>
public static class AccessProblems
{
    /// <summary>One sentence for an unknown address, a wrong password and a wrong code: none tells which.</summary>
    public static readonly Problem WrongSignIn = new("access.sign_in.wrong");

    public static readonly Problem TooManyAttempts = new("access.sign_in.too_many");

    public static readonly Problem WrongCode = new("access.code.wrong") { Field = "code" };

    public static readonly Problem PasswordShort = new("access.password.short", SetPassword.MinLength) { Field = "password" };

    public static readonly Problem PasswordLong = new("access.password.long", SetPassword.MaxLength) { Field = "password" };

    public static readonly Problem PasswordEasy = new("access.password.easy") { Field = "password" };

    public static readonly Problem EmailWrong = new("access.email.wrong") { Field = "email" };

    public static readonly Problem NameMissing = new("access.name.missing", Account.NameMaxLength) { Field = "name" };

    /// <summary>The link or invitation does not exist, has served, was withdrawn or has expired.</summary>
    public static readonly Problem LinkOver = new("access.link.over");

    /// <summary>The invitation was sent to another address than that of the account that is signed in.</summary>
    public static readonly Problem InvitationOfAnother = new("access.invitation.of_another");

    /// <summary>An account with that address exists: its owner signs in first.</summary>
    public static readonly Problem AccountExists = new("access.invitation.account_exists");

    public static readonly Problem TooManyInvitations = new("access.invitation.too_many");

    public static readonly Problem RoleNotYours = new("access.role.not_yours") { Field = "role" };

    public static readonly Problem ScopeWrong = new("access.role.scope_wrong") { Field = "scope" };

    public static readonly Problem FirstDayPast = new("access.role.first_day_past") { Field = "startsOn" };

    public static readonly Problem BirthDateWrong = new("access.guardian.birth_date_wrong") { Field = "birthDate" };

    /// <summary>No address, or that of the learner.</summary>
    public static readonly Problem GuardianEmailWrong = new("access.guardian.email_wrong", GuardianAgreement.Age) { Field = "guardianEmail" };

    /// <summary>The new address is the present one.</summary>
    public static readonly Problem EmailSame = new("access.email.same") { Field = "email" };

    public static readonly Problem LastDayPast = new("access.role.last_day_past") { Field = "endsOn" };

    public static readonly Problem KeyNameMissing = new("access.api_key.name_missing", ApiKey.NameMaxLength) { Field = "name" };

    public static readonly Problem RightNotYours = new("access.api_key.right_not_yours") { Field = "permission" };

    public static readonly Problem KeyTooLong = new("access.api_key.too_long", GiveApiKey.MostDays) { Field = "endsOn" };

    /// <summary>The platform would be left without anyone to run it.</summary>
    public static readonly Problem LastAdministrator = new("access.role.last_administrator");

    /// <summary>Something sensitive is asked too long after the last proof, or from a link alone.</summary>
    public static readonly Problem ProofNeeded = new("access.proof.needed");

    public static readonly Problem TooManyPasskeys = new("access.passkey.too_many", Passkeys.Most);

    /// <summary>What the device sent is not a passkey of ours, or came too late.</summary>
    public static readonly Problem PasskeyWrong = new("access.passkey.wrong");

    /// <summary>The outside provider refused, failed, or was left half-way.</summary>
    public static Problem ProviderFailed(string name) => new("access.provider.failed", name);

    /// <summary>The outside identity opens another account already.</summary>
    public static readonly Problem ProviderOfAnother = new("access.provider.of_another");

    /// <summary>What was typed to confirm is not the address of the account.</summary>
    public static readonly Problem AddressDiffers = new("access.data.address_differs") { Field = "email" };

    /// <summary>The last way to sign in cannot be removed.</summary>
    public static readonly Problem LastCredential = new("access.credential.last");
}
