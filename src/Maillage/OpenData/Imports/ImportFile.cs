using Maillage.Data;
using Maillage.Shared;

namespace Maillage.OpenData.Imports;

/// <summary>
/// Loads a producer's file into the tables of its data set, in one transaction: all of it, its rejected rows apart, or
/// nothing. A file already loaded by the same mapping is not read again.
/// </summary>
public sealed class ImportFile(MaillageDb db, TimeProvider clock)
{
    private const int RowsBetweenWords = 2_000;

    /// <summary>Whether a file may make more than half of what is known vanish: a person looked at it.</summary>
    public bool AcceptsLoss { get; init; }

    /// <param name="file">The file and what it is.</param>
    /// <param name="folder">Where rejected rows go.</param>
    /// <param name="progress">Told now and then how many rows were read.</param>
    public async Task<ImportOutcome> ExecuteAsync(RecognisedFile file, RejectFolder folder, Action<int>? progress, CancellationToken ct)
    {
        var (source, dataSet) = (file.File, file.DataSet);
        var started = clock.GetTimestamp();
        var run = NewRun(source, dataSet);
        if (await new LatestImports(db).SameAsync(dataSet, source, ct) is { } same)
        {
            (run.Vintage, run.Scope, run.Rows, run.Rejected, run.RejectFile) = (same.Vintage, same.Scope, same.Rows, same.Rejected, same.RejectFile);
            run.Unchanged = same.Inserted + same.Updated + same.Unchanged;
            await SaveAsync(run, started, ct);
            return new ImportOutcome(run, [], null) { IsUnchanged = true };
        }

        List<FillWriter> writers = [];
        await using var rejects = new Rejects(folder, dataSet.Name, DateOnly.FromDateTime(run.StartedAt));
        var refusal = await ReadAsync(source, dataSet, run, writers, rejects, progress, ct);
        (run.Rejected, run.RejectFile) = (rejects.Count, rejects.FileName);
        if (refusal is null)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            refusal = await WriteAsync(source, dataSet, run, writers, ct);
            if (refusal is null)
            {
                await SaveAsync(run, started, ct);
                await transaction.CommitAsync(ct);
                return new ImportOutcome(run, rejects.First, null);
            }
        }

        run.Count(default);
        (run.State, run.Refusal) = (ImportState.Refused, refusal.Code);
        await SaveAsync(run, started, ct);
        return new ImportOutcome(run, rejects.First, refusal);
    }

    /// <summary>Reads the file to its end without touching the database.</summary>
    private async Task<Problem?> ReadAsync(
        SourceFile source, DataSet dataSet, ImportRun run, List<FillWriter> writers, Rejects rejects, Action<int>? progress, CancellationToken ct)
    {
        using var reading = new FileReading(source, dataSet);
        if (reading.Refusal is { } unread)
        {
            return unread;
        }

        var row = reading.Row;
        writers.AddRange(dataSet.Fills.Select(fill => fill.Open(db, dataSet)));

        while (reading.Next())
        {
            run.Rows++;
            var problems = reading.Read();
            if (problems.Count == 0 && Repeated(writers, row) is { } repeated)
            {
                problems = [ProblemList.At(DataProblems.KeyRepeated, source.Name, row.Line, repeated.Columns, repeated.Value, repeated.Line)];
            }

            if (problems.Count > 0)
            {
                await rejects.AddAsync(problems);
            }
            else
            {
                foreach (var writer in writers)
                {
                    writer.Keep();
                }
            }

            if (run.Rows % RowsBetweenWords == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Invoke(run.Rows);
            }
        }

        if (Refusal(reading, source, run, rejects) is { } refusal)
        {
            return refusal;
        }

        run.Vintage = reading.Vintage ?? source.Vintage;
        run.Scope = Scope(writers);
        return null;
    }

    private async Task<Problem?> WriteAsync(SourceFile source, DataSet dataSet, ImportRun run, List<FillWriter> writers, CancellationToken ct)
    {
        var acceptsLoss = AcceptsLoss || await new LatestImports(db).IsReadOtherwiseAsync(dataSet, ct);
        var changes = default(TableChanges);
        foreach (var writer in writers)
        {
            var written = await writer.WriteAsync(db, ct);
            if (!acceptsLoss && written.Vanished * 2L > written.Known)
            {
                return ImportProblems.TooMuchLost(source.Name, written.Vanished, written.Known, dataSet.Name);
            }

            changes += written;
        }

        var after = dataSet.After is null ? 0 : await dataSet.After(new AfterImport(db, clock, run), ct);
        run.Count(changes);
        if (changes.Moved + after > 0)
        {
            await db.BumpImportsAsync(ct);
        }

        return null;
    }

    private static Problem? Refusal(FileReading reading, SourceFile source, ImportRun run, Rejects rejects)
    {
        if (reading.Fault is { } fault)
        {
            return fault;
        }

        if (run.Rows == 0)
        {
            return ImportProblems.NoRow(source.Name);
        }

        return rejects.Count * 2 > run.Rows ? ImportProblems.TooManyRejects(source.Name, rejects.Count, run.Rows) : null;
    }

    private static RepeatedKey? Repeated(List<FillWriter> writers, ImportRow row)
    {
        foreach (var writer in writers)
        {
            if (writer.Take(row) is { } repeated)
            {
                return repeated;
            }
        }

        return null;
    }

    private static string Scope(List<FillWriter> writers)
    {
        var scope = string.Join(',', writers.SelectMany(writer => writer.Scope).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return scope.Length <= ImportRun.ScopeMaxLength ? scope : scope[..ImportRun.ScopeMaxLength];
    }

    private ImportRun NewRun(SourceFile source, DataSet dataSet) => new()
    {
        DataSet = dataSet.Name,
        MappingVersion = dataSet.Version,
        FileName = source.Name.Length <= ImportRun.FileNameMaxLength ? source.Name : source.Name[..ImportRun.FileNameMaxLength],
        Digest = source.Digest,
        Vintage = source.Vintage,
        StartedAt = clock.GetUtcNow().UtcDateTime,
    };

    private async Task SaveAsync(ImportRun run, long started, CancellationToken ct)
    {
        run.FinishedAt = clock.GetUtcNow().UtcDateTime;
        run.Milliseconds = (int)clock.GetElapsedTime(started).TotalMilliseconds;
        db.Add(run);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}

/// <summary>What came of a file: the run as kept, the first rejected rows, and why it was refused, if it was.</summary>
public sealed record ImportOutcome(ImportRun Run, IReadOnlyList<Problem> Rejects, Problem? Refusal)
{
    /// <summary>Whether the file was the one already loaded, and so was not read.</summary>
    public bool IsUnchanged { get; init; }
}
