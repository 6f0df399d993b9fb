using Maillage.Shared;
using Microsoft.AspNetCore.Identity;

namespace Maillage.Access.Accounts;

/// <summary>A person who signs in. The identifier is the e-mail address, which a link has confirmed.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 254;
    public const int CodeKeyMaxLength = 500;

    public Account() => (Id, SecurityStamp) = (Guid.CreateVersion7(), Guid.CreateVersion7().ToString());

    /// <summary>How the person is called: given name and name.</summary>
    public required string Name
    {
        get;
        set => (field, FoldedName) = (value, FoldedText.Of(value));
    }

    /// <summary>The name without accents or capitals: by which people are sorted and looked for.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>Language of messages, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC instant of the last sign-in.</summary>
    public DateTime? SignedInAt { get; set; }

    /// <summary>UTC instant since which nobody signs in with it any more.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Key of one-time codes, encrypted; none until the person has set them up.</summary>
    public string? CodeKey { get; set; }

    /// <summary>The last step of a one-time code that was used: none serves twice.</summary>
    public long LastCodeStep { get; set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>A name as typed, its spaces counted once, without what a keyboard cannot type.</summary>
    public static string CleanName(string? typed) => string.Join(' ', string.Concat((typed ?? "").Select(character => char.IsControl(character) ? ' ' : character))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A sign-in that an outside identity provider vouches for, linked to an account.</summary>
public sealed class AccountLogin : IdentityUserLogin<Guid>;

/// <summary>One of the codes, each serving once, that a person keeps on paper for the day when all else is lost.</summary>
public sealed class RecoveryCode
{
    public Guid RecoveryCodeId { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required string Digest { get; init; }
}

/// <summary>A passkey: what a phone, a computer or a security key proves instead of a password.</summary>
public sealed class AccountPasskey : IdentityUserPasskey<Guid>;
