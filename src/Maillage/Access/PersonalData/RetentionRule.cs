namespace Maillage.Access.PersonalData;

/// <summary>Why the platform may hold a kind of data (GDPR, article 6).</summary>
public enum LawfulBasis
{
    /// <summary>A task of public interest, which the law gives to the ministries, académies and Regions.</summary>
    PublicTask,

    /// <summary>What the law on information systems requires.</summary>
    LegalObligation,

    /// <summary>What the person has agreed to, and may take back.</summary>
    Consent,
}

/// <summary>A kind of data about people that the platform holds.</summary>
public enum DataKind
{
    Accounts,
    Roles,
    Sessions,
    SignInAttempts,
    Invitations,
    GuardianAgreements,
    ActionLinks,
    Messages,
    EventRegistrations,
    AuditAddresses,
    AuditEntries,
}

/// <summary>How long a kind of data is held, and why: the one table, which the erasing job applies and the public page prints.</summary>
/// <param name="Kind">Which data.</param>
/// <param name="Basis">Why they may be held.</param>
/// <param name="Days">Days after which they go, counted from the end of their use.</param>
public sealed record RetentionRule(DataKind Kind, LawfulBasis Basis, int Days)
{
    public static readonly IReadOnlyList<RetentionRule> All =
    [
        new(DataKind.Accounts, LawfulBasis.PublicTask, 1_095),
        new(DataKind.Roles, LawfulBasis.PublicTask, 1_825),
        new(DataKind.Sessions, LawfulBasis.LegalObligation, 365),
        new(DataKind.SignInAttempts, LawfulBasis.LegalObligation, 1),
        new(DataKind.Invitations, LawfulBasis.PublicTask, 365),
        new(DataKind.GuardianAgreements, LawfulBasis.Consent, 30),
        new(DataKind.ActionLinks, LawfulBasis.PublicTask, 365),
        new(DataKind.Messages, LawfulBasis.PublicTask, 90),
        new(DataKind.EventRegistrations, LawfulBasis.PublicTask, 90),
        new(DataKind.AuditAddresses, LawfulBasis.LegalObligation, 365),
        new(DataKind.AuditEntries, LawfulBasis.LegalObligation, 1_825),
    ];

    public static RetentionRule Of(DataKind kind) => All.Single(rule => rule.Kind == kind);
}
