namespace Maillage.Shared;

/// <summary>The thing asked for does not exist, or is not visible to who asks. Mapped once, to 404.</summary>
public sealed class NotFound(string what) : Exception($"{what} was not found.");
