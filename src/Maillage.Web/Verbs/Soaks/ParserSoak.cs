using Maillage.OpenData.Imports;
using Maillage.Shared;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>Reads damaged files with the parsers alone, a thousand and more a second: each is read to its end or refused, none otherwise.</summary>
public sealed class ParserSoak : ISoak
{
    private const string SoakName = "parsers";

    /// <summary>A file of a few rows that takes longer will not end.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(1);

    public string Name => SoakName;

    public async Task<Result> RunAsync(VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        using var generated = new GeneratedState();
        return await RunAsync(generated.Folder, context, seed, rounds, ct);
    }

    /// <param name="folder">Where files are written.</param>
    public static async Task<Result> RunAsync(string folder, VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        var random = new Random(seed);
        var (unknown, refused, read, rows, faulty) = (0, 0, 0, 0L, 0L);
        for (var round = 1; round <= rounds; round++)
        {
            var (path, dataSet) = await MutatedFile.WriteAsync(folder, random, ct);
            try
            {
                var outcome = await Task.Run(() => ReadAsync(path, dataSet, ct), ct).WaitAsync(Endless, ct);
                unknown += outcome is null ? 1 : 0;
                refused += outcome is { IsRefused: true } ? 1 : 0;
                read += outcome is { IsRefused: false } ? 1 : 0;
                rows += outcome?.Rows ?? 0;
                faulty += outcome?.Faulty ?? 0;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return MutatedFile.Failed(SoakName, seed, round, path, dataSet, exception);
            }
        }

        context.Say("verbs.soak.parsers", rounds, read, refused, unknown, rows, faulty);
        return Result.Ok;
    }

    /// <summary>Null for a file of no known format; one that is no data set is read as the one that it was.</summary>
    private static async Task<ReadThrough?> ReadAsync(string path, DataSet dataSet, CancellationToken ct)
    {
        if (await SourceFile.FindAsync(path, ct) is not { } source)
        {
            return null;
        }

        using var reading = new FileReading(source, RecognisedFile.Of(source, MutatedFile.DataSets)?.DataSet ?? dataSet);
        var (rows, faulty) = (0, 0);
        while (reading.Next())
        {
            rows++;
            faulty += reading.Read().Count > 0 ? 1 : 0;
        }

        return new ReadThrough(rows, faulty, (reading.Refusal ?? reading.Fault) is not null);
    }

    private sealed record ReadThrough(int Rows, int Faulty, bool IsRefused);
}
