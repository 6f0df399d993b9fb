using Maillage.Shared;

namespace Maillage.Web.Verbs;

/// <summary>What the program does when its name is followed by this word. Its line of help is the text <c>verbs.about.NAME</c>.</summary>
public interface IVerb
{
    string Name { get; }

    /// <summary>What must follow the name, as the help writes it: <c>FILE</c>.</summary>
    IReadOnlyList<string> Arguments => [];

    /// <summary>Options of its own, beside those that hold for every verb.</summary>
    IReadOnlyList<string> Options => [];

    Task<Result> RunAsync(VerbContext context, CancellationToken ct);
}
