namespace Maillage.Access.Links;

/// <summary>The one thing that a link lets its holder do.</summary>
public enum LinkPurpose
{
    /// <summary>Sign in.</summary>
    SignIn,

    /// <summary>Recover an account, once someone of the level above has agreed.</summary>
    Recovery,

    /// <summary>Read and correct what is said of one organisation.</summary>
    CorrectOrganisation,

    /// <summary>Agree, as a guardian, that a learner under fifteen has an account, or take that back.</summary>
    AnswerForLearner,

    /// <summary>Prove the mailbox that an account is to have instead of its former one.</summary>
    ChangeEmail,

    /// <summary>Come in as a fictitious person of a demonstration, with all that their roles allow; made by the command of the demonstration alone.</summary>
    Demonstration,
}

/// <summary>
/// A link sent to an e-mail address, that lets its holder do one thing without an account, for a time, once or more. Who
/// forwards it gives away what its page says, and no more.
/// </summary>
public sealed class ActionLink
{
    public Guid ActionLinkId { get; init; } = Guid.CreateVersion7();

    /// <summary>Digest of the secret of the link; the secret itself is never kept.</summary>
    public required string TokenDigest { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>Address to which it was sent: following it confirms that address.</summary>
    public required string Email { get; init; }

    /// <summary>Account that it opens, for a sign-in or a recovery.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Identifier of the thing that it is about.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Account of who had it sent; nobody when its holder asked for it.</summary>
    public Guid? SentBy { get; init; }

    public required DateTime SentAt { get; init; }

    public required DateTime ExpiresAt { get; set; }

    /// <summary>Whether it serves until it expires, rather than once.</summary>
    public required bool ServesAgain { get; init; }

    public DateTime? FirstUsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public bool IsOpenAt(DateTime now) => RevokedAt is null && now < ExpiresAt && (ServesAgain || FirstUsedAt is null);

    public void Use(DateTime now) => FirstUsedAt ??= now;

    public void Revoke(DateTime now) => RevokedAt ??= now;
}
