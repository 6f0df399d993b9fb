namespace Maillage.Data.Audit;

/// <summary>What kind of hand wrote.</summary>
public enum AuthorKind
{
    /// <summary>The product itself: a start, a job, an import.</summary>
    Product,

    /// <summary>Someone without an account.</summary>
    Visitor,

    /// <summary>A person who is signed in.</summary>
    Account,

    /// <summary>The holder of a link that acts.</summary>
    ActionLink,

    /// <summary>Another system, by its key.</summary>
    ApiKey,
}

/// <summary>Who writes, and from where.</summary>
/// <param name="Kind">What kind of hand.</param>
/// <param name="Id">Identifier of the account, link or key; none for the others.</param>
/// <param name="Address">Network address from which it came, when it came by the network.</param>
public sealed record Author(AuthorKind Kind, Guid? Id = null, string? Address = null)
{
    public static readonly Author Product = new(AuthorKind.Product);

    public static Author Visitor(string? address = null) => new(AuthorKind.Visitor, null, address);

    /// <summary>What this author does.</summary>
    /// <param name="code">Code of the act, such as <c>access.act.invited</c>: its sentence is in the resources.</param>
    /// <param name="reason">Why, in the words of who does it, where they were asked.</param>
    public Act Doing(string code, string? reason = null) => new(this, code, reason);
}

/// <summary>One thing done: by whom, what, and why. Everything that a save writes belongs to one act.</summary>
public sealed record Act(Author By, string Code, string? Reason = null);
