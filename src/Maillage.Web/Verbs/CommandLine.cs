using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs;

/// <summary><c>[VERB] [ARGUMENTS] [--option VALUE | --option=VALUE]…</c>; without a verb, serves.</summary>
public sealed record CommandLine(IVerb Verb, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Options, HostSettings Settings)
{
    /// <summary>Options of every verb, each also an environment variable: <c>MAILLAGE_URLS</c>…</summary>
    public static readonly IReadOnlyList<string> CommonOptions = ["urls", "state", "database"];

    public static Result<CommandLine> Parse(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var words = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < args.Count; index++)
        {
            if (args[index] is "-h" or $"--{HelpVerb.TheName}")
            {
                words.Insert(0, HelpVerb.TheName);
                continue;
            }

            if (!args[index].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[index]);
                continue;
            }

            var (name, value) = args[index].IndexOf('=', StringComparison.Ordinal) is var equals and > 0
                ? (args[index][2..equals], args[index][(equals + 1)..])
                : (args[index][2..], index + 1 < args.Count && !args[index + 1].StartsWith("--", StringComparison.Ordinal) ? args[++index] : "");
            if (value.Length == 0)
            {
                return VerbsProblems.OptionWithoutValue(name);
            }
            else if (!options.TryAdd(name, value))
            {
                return VerbsProblems.OptionTwice(name);
            }
        }

        var verbName = words.FirstOrDefault() ?? ServeVerb.TheName;
        return AllVerbs.List.FirstOrDefault(verb => verb.Name == verbName) is { } verb
            ? Check(verb, [.. words.Skip(1)], options, environment)
            : VerbsProblems.UnknownVerb(verbName, AllVerbs.List.Select(known => known.Name));
    }

    private static Result<CommandLine> Check(IVerb verb, List<string> arguments, Dictionary<string, string> options, Func<string, string?> environment)
    {
        if (verb is HelpVerb)
        {
            arguments.Clear();
        }

        string[] known = [.. CommonOptions, .. verb.Options];
        if (options.Keys.FirstOrDefault(option => !known.Contains(option, StringComparer.Ordinal)) is { } unknown)
        {
            return VerbsProblems.UnknownOption(verb.Name, unknown, known);
        }

        if (arguments.Count < verb.Arguments.Count)
        {
            return VerbsProblems.MissingArgument(verb.Name, verb.Arguments[arguments.Count]);
        }

        if (arguments.Count > verb.Arguments.Count)
        {
            return VerbsProblems.UnexpectedArgument(verb.Name, arguments[verb.Arguments.Count]);
        }

        var settings = ReadSettings(name => options.GetValueOrDefault(name)
            ?? (environment($"MAILLAGE_{name.ToUpperInvariant()}") is { Length: > 0 } value ? value : null));
        return settings.Failed ? settings.Problem : new CommandLine(verb, arguments, options, settings.Value);
    }

    private static Result<HostSettings> ReadSettings(Func<string, string?> option)
    {
        var urls = option("urls") ?? HostSettings.DefaultUrls;
        foreach (var url in urls.Split(';'))
        {
            if (!Uri.TryCreate(url.Replace("://+", "://any", StringComparison.Ordinal).Replace("://*", "://any", StringComparison.Ordinal), UriKind.Absolute, out var address)
                || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            {
                return VerbsProblems.InvalidUrl(url);
            }
        }

        try
        {
            return HostSettings.Of(urls, option("state"), option("database"));
        }
        catch (ArgumentException exception)
        {
            return VerbsProblems.InvalidDatabase(exception.Message);
        }
    }
}
