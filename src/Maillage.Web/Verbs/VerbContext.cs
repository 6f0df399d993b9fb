using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs;

/// <summary>What a verb is given, and where it says what it did.</summary>
public sealed record VerbContext(
    HostSettings Settings, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Options, Texts Texts, TextWriter Out, TextWriter Error)
{
    public void Say(string key, params object?[] arguments) => Out.WriteLine(Texts[key, arguments]);

    public void SayCount(string key, int count, params object?[] arguments) => Out.WriteLine(Texts.Count(key, count, arguments));
}
