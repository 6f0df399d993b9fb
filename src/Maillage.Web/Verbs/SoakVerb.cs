using System.Globalization;
using Maillage.Shared;
using Maillage.Web.Verbs.Soaks;

namespace Maillage.Web.Verbs;

/// <summary>Runs a long proof: prints its seed and figures, stops on the first failure.</summary>
public sealed class SoakVerb : IVerb
{
    private const string Seed = "seed";
    private const string Rounds = "rounds";
    private const int DefaultRounds = 100;

    private static readonly IReadOnlyList<ISoak> Soaks = [new BackupSoak(), new ParserSoak(), new ImportSoak(), new ImportKillSoak(), new MailSoak()];

    public string Name => "soak";

    public IReadOnlyList<string> Arguments => ["NAME"];

    public IReadOnlyList<string> Options => [Seed, Rounds];

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        if (Soaks.FirstOrDefault(soak => soak.Name == context.Arguments[0]) is not { } asked)
        {
            return VerbsProblems.UnknownName(Name, context.Arguments[0], Soaks.Select(soak => soak.Name));
        }

        if (Number(context, Seed, Random.Shared.Next()) is not { } seed)
        {
            return VerbsProblems.InvalidNumber(Seed, context.Options[Seed]);
        }

        if (Number(context, Rounds, DefaultRounds) is not { } rounds)
        {
            return VerbsProblems.InvalidNumber(Rounds, context.Options[Rounds]);
        }

        context.Say("verbs.soak.seed", asked.Name, seed, rounds);
        return await asked.RunAsync(context, seed, rounds, ct);
    }

    private static int? Number(VerbContext context, string option, int otherwise) =>
        !context.Options.TryGetValue(option, out var text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : null;
}
