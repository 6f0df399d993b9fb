using Maillage.Access.Accounts;
using Maillage.Access.Guardians;
using Maillage.Access.Invitations;
using Maillage.Messages;
using Maillage.Shared;

namespace Maillage.Access;

/// <summary>What the module writes to people; the words are in the resources.</summary>
internal static class AccessMessages
{
    /// <summary>Pages that open what a message holds.</summary>
    private const string InvitationPage = "/invitation?jeton=";
    private const string LinkPage = "/connexion/lien?jeton=";
    private const string GuardianPage = "/lien/responsable?jeton=";
    private const string ChangeEmailPage = "/connexion/adresse?jeton=";
    private const string AccountPage = "/espace/compte";
    private const string PeoplePage = "/espace/personnes";

    public static Recipient Of(Account account) => new(account.Email!, account.Language, account.Id);

    public static MessageItem Invitation(Invitation invitation, string inviter, string? scopeName, string secret) =>
        new("access.message.invitation", [inviter, Role(invitation), Where(scopeName)], InvitationPage + secret);

    public static MessageItem Guardian(GuardianAgreement agreement, string? scopeName, string secret) =>
        new("access.message.guardian", [agreement.LearnerName, Where(scopeName)], GuardianPage + secret);

    public static MessageItem GuardianRefused(GuardianAgreement agreement) => new("access.message.guardian_refused", [agreement.LearnerName], PeoplePage);

    public static MessageItem ChangeEmail(string secret) => new("access.message.change_email", [], ChangeEmailPage + secret);

    public static MessageItem InvitationAccepted(Invitation invitation, string name, string? scopeName) =>
        new("access.message.invitation_accepted", [name, Role(invitation), Where(scopeName)], PeoplePage);

    public static MessageItem SignInLink(string secret) => new("access.message.sign_in_link", [], LinkPage + secret);

    public static MessageItem Recovery(string secret) => new("access.message.recovery", [], LinkPage + secret);

    public static MessageItem RoleEnded(Rights.Role role, string? scopeName, DateOnly lastDay) => new(
        "access.message.role_ended", [MessageArgument.Code("access.role." + role.ToCode()), Where(scopeName), lastDay.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)]);

    /// <summary>Tells the owner of an account that its keys have changed: who did not do it must know.</summary>
    public static MessageItem Security(string act) => new("access.message.security", [MessageArgument.Code(act)], AccountPage);

    private static MessageArgument Role(Invitation invitation) => MessageArgument.Code("access.role." + invitation.Role.ToCode());

    private static MessageArgument Where(string? scopeName) => scopeName ?? MessageArgument.Code("access.home.everywhere");
}
