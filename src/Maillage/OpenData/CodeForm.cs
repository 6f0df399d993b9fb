namespace Maillage.OpenData;

/// <summary>The form of the codes of a nomenclature.</summary>
/// <param name="Matches">Whether a text has it.</param>
/// <param name="Example">A code that has it, for messages.</param>
public sealed record CodeForm(Func<string, bool> Matches, string Example);
