using Maillage.Shared;

namespace Maillage.Web.Verbs;

/// <summary>Lists the verbs and the options.</summary>
public sealed class HelpVerb : IVerb
{
    public const string TheName = "help";

    public string Name => TheName;

    public Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        context.Say("verbs.help.usage");
        foreach (var verb in AllVerbs.List)
        {
            var form = string.Join(' ', [verb.Name, .. verb.Arguments, .. verb.Options.Select(option => $"[--{option} …]")]);
            context.Out.WriteLine($"  {form,-38} {context.Texts[$"verbs.about.{verb.Name}"]}");
        }

        context.Say("verbs.help.options");
        foreach (var option in CommandLine.CommonOptions)
        {
            context.Out.WriteLine($"  --{option,-36} {context.Texts[$"verbs.option.{option}"]}");
        }

        return Task.FromResult(Result.Ok);
    }
}
