namespace Maillage.Shared;

/// <summary>What people type, before it is judged.</summary>
public static class TypedText
{
    /// <summary>Without line breaks and what a keyboard cannot type, which become spaces, and without spaces at its ends; never null.</summary>
    public static string OneLine(string? typed) => string.Concat((typed ?? "").Select(character => char.IsControl(character) ? ' ' : character)).Trim();
}
