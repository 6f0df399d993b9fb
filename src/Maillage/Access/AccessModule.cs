using Maillage.Access.Accounts;
using Maillage.Access.ApiKeys;
using Maillage.Access.Guardians;
using Maillage.Access.Invitations;
using Maillage.Access.Links;
using Maillage.Access.People;
using Maillage.Access.PersonalData;
using Maillage.Access.Sessions;
using Maillage.Access.Traces;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Access;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
        .AddSingleton<OneTimeCodes>()
        .AddScoped<SignInThrottle>()
        .AddScoped<CheckPassword>()
        .AddScoped<CheckCode>()
        .AddScoped<Credentials>()
        .AddScoped<ChangeProfile>()
        .AddScoped<ChangeEmail>()
        .AddScoped<SetPassword>()
        .AddScoped<SetUpCodes>()
        .AddScoped<Passkeys>()
        .AddScoped<Providers>()
        .AddScoped<OpenSession>()
        .AddScoped<ReadSession>()
        .AddScoped<SessionsOfAccount>()
        .AddScoped<EndSession>()
        .AddScoped<InviteFirstAdministrator>()
        .AddScoped<SendInvitation>()
        .AddScoped<Invite>()
        .AddScoped<AcceptInvitation>()
        .AddScoped<AskGuardian>()
        .AddScoped<AnswerForLearner>()
        .AddScoped<WithdrawInvitation>()
        .AddScoped<PeopleOfActor>()
        .AddScoped<EndRole>()
        .AddScoped<SearchAudit>()
        .AddScoped<ExportPersonalData>()
        .AddScoped<EraseAccount>()
        .AddScoped<EraseExpired>()
        .AddScoped<SendSignInLink>()
        .AddScoped<FollowSignInLink>()
        .AddScoped<AllowRecovery>()
        .AddScoped<FollowActionLink>()
        .AddScoped<GiveApiKey>()
        .AddScoped<ReadApiKey>()
        .AddScoped<PeopleWith>();
}
