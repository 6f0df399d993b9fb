namespace Maillage.Shared;

/// <summary>Text that people write in French, and in English when they can.</summary>
public sealed record LocalizedText(string Fr, string? En = null)
{
    public string In(string language) => language == "en" && !string.IsNullOrEmpty(En) ? En : Fr;

    /// <summary>Whether a reader of this language is shown the French text for want of a translation.</summary>
    public bool FallsBack(string language) => language == "en" && string.IsNullOrEmpty(En);
}
