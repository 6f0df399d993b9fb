using Maillage.Shared;

namespace Maillage.Web.Verbs;

/// <summary>Mistakes on the command line, and what a verb met. A problem that has a field is bad input.</summary>
public static class VerbsProblems
{
    private const string CommandLine = nameof(CommandLine);

    public static Problem UnknownVerb(string verb, IEnumerable<string> known) => Input("verbs.unknown_verb", verb, List(known));

    public static Problem UnknownOption(string verb, string option, IEnumerable<string> known) => Input("verbs.unknown_option", option, verb, List(known.Select(name => $"--{name}")));

    public static Problem OptionTwice(string option) => Input("verbs.option_twice", option);

    public static Problem OptionWithoutValue(string option) => Input("verbs.option_without_value", option);

    public static Problem MissingArgument(string verb, string argument) => Input("verbs.missing_argument", verb, argument);

    public static Problem UnexpectedArgument(string verb, string argument) => Input("verbs.unexpected_argument", verb, argument);

    public static Problem InvalidUrl(string url) => Input("verbs.invalid_url", url);

    public static Problem InvalidDatabase(string reason) => Input("verbs.invalid_database", reason);

    public static Problem InvalidNumber(string option, string value) => Input("verbs.invalid_number", option, value);

    public static Problem UnknownName(string verb, string name, IEnumerable<string> known) => Input("verbs.unknown_name", verb, name, List(known));

    public static Problem StarterRefused(int problems) => Input("verbs.starter.refused", problems);

    public static Problem ImportFromMissing() => Input("verbs.import.from_missing");

    public static Problem ImportFromUnknown(string path) => Input("verbs.import.from_unknown", path);

    public static Problem ImportNoAddress(string dataSet) => Input("verbs.import.no_address", dataSet);

    public static Problem ImportNothing(string path) => Input("verbs.import.nothing", path);

    public static Problem ImportRefused(int files) => Input("verbs.import.refused", files);

    public static Problem DemoNotEmpty() => Input("verbs.demo.not_empty");

    public static Problem DemoUnfinished(string state) => Input("verbs.demo.unfinished", state);

    public static Problem Failed(string verb, string reason) => new("verbs.failed", verb, reason);

    private static Problem Input(string code, params object?[] arguments) => new(code, arguments) { Field = CommandLine };

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}
