namespace Maillage.Access.Sessions;

/// <summary>How a person proved who they are.</summary>
public enum SignInMethod
{
    Passkey,

    /// <summary>Password, then one-time code.</summary>
    Password,

    /// <summary>A link sent by e-mail.</summary>
    EmailLink,

    /// <summary>An outside identity provider.</summary>
    Provider,

    /// <summary>The one-time link of an invitation: a person who comes for the first time.</summary>
    Invitation,

    /// <summary>A link sent after someone of the level above agreed that the account be recovered.</summary>
    Recovery,

    /// <summary>The link of a fictitious person, printed where a demonstration was started.</summary>
    Demonstration,
}

/// <summary>One sign-in on one device, which its owner sees in a list and can end from elsewhere.</summary>
public sealed class Session
{
    public const int DeviceMaxLength = 80;

    /// <summary>Longest time between two requests.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromHours(12);

    /// <summary>Longest life, whatever is asked meanwhile.</summary>
    public static readonly TimeSpan LifeTime = TimeSpan.FromDays(14);

    public Guid SessionId { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required SignInMethod Method { get; set; }

    /// <summary>Browser and system, in two words.</summary>
    public required string Device { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>UTC instant of a recent request, written at most once an hour.</summary>
    public DateTime SeenAt { get; set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>How long after a proof sensitive things may be done without another one.</summary>
    public static readonly TimeSpan ProofTime = TimeSpan.FromMinutes(30);

    /// <summary>UTC instant of the last proof of who the person is.</summary>
    public required DateTime ProvedAt { get; set; }

    /// <summary>Whether more than a mailbox was proved.</summary>
    public bool IsStrong => Method is SignInMethod.Passkey or SignInMethod.Password or SignInMethod.Provider or SignInMethod.Demonstration;

    public bool IsProvedAt(DateTime now) => now < ProvedAt + ProofTime;

    public bool IsOpenAt(DateTime now) => EndedAt is null && now < StartedAt + LifeTime && now < SeenAt + IdleTime + TimeSpan.FromHours(1);

    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>A failed or asked sign-in, kept an hour to slow down who tries again and again.</summary>
public sealed class SignInAttempt
{
    public Guid SignInAttemptId { get; init; } = Guid.CreateVersion7();

    /// <summary>Digest of what was tried: an address of mail or of network, never itself.</summary>
    public required string Key { get; init; }

    public required DateTime At { get; init; }
}
