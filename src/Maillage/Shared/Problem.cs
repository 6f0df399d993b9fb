namespace Maillage.Shared;

/// <summary>
/// What may go wrong because of a person or a file: a stable code (<c>network.campus.unknown</c>) and the values
/// that its sentence needs. The sentence itself lives in the resources of the web project.
/// </summary>
public sealed record Problem(string Code, params object?[] Arguments)
{
    /// <summary>Name of the input field concerned, when there is one.</summary>
    public string? Field { get; init; }

    public bool Equals(Problem? other) =>
        other is not null && Code == other.Code && Field == other.Field && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Code, Field, Arguments.Length);
}
