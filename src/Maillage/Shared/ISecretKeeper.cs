namespace Maillage.Shared;

/// <summary>
/// Encrypts what the database must hold but whoever reads a copy of it must not: done with the keys of the state folder.
/// </summary>
public interface ISecretKeeper
{
    /// <param name="purpose">What the secret is for: text protected for one purpose means nothing for another.</param>
    /// <param name="secret">What is to be kept.</param>
    string Protect(string purpose, string secret);

    /// <summary>The secret again; nothing when the text is not one of ours, or its keys are gone.</summary>
    string? Unprotect(string purpose, string text);
}
