using Maillage.Data;
using Maillage.OpenData;
using Maillage.Shared;

namespace Maillage.Network.Starter;

/// <summary>
/// Loads the starter facts of the network and the territories that they stand on. Loading them again writes only the rows
/// that moved, and reads one line of the database when no file did. A file with a problem leaves everything as it was.
/// </summary>
public sealed class LoadNetworkStarter(MaillageDb db, TimeProvider clock)
{
    private static readonly IReadOnlyList<FileDeclaration> StarterDeclarations =
    [
        SectorsFile.Declaration, RegionsFile.Declaration, AcademiesFile.Declaration, CampusesFile.Declaration,
        LabelPeriodsFile.Declaration, OrganisationsFile.Declaration, MembershipsFile.Declaration,
    ];

    private static readonly IReadOnlyList<FileDeclaration> TerritoryDeclarations =
        [TerritoryFiles.Regions, TerritoryFiles.Departments, TerritoryFiles.Epcis, TerritoryFiles.Communes];

    /// <summary>Every file that is loaded, with its columns.</summary>
    public static IReadOnlyList<FileDeclaration> Files => [.. StarterDeclarations, .. TerritoryDeclarations];

    /// <param name="starterFolder">The curated files (<c>data/starter</c>).</param>
    /// <param name="territoriesFolder">The files prepared at build (<c>data/prepared</c>).</param>
    /// <param name="ct">Stops the load; nothing is kept of it.</param>
    public async Task<LoadOutcome> ExecuteAsync(string starterFolder, string territoriesFolder, CancellationToken ct)
    {
        List<(FileDeclaration Declaration, string Path)> paths =
        [
            .. StarterDeclarations.Select(file => (file, Path.Combine(starterFolder, file.FileName))),
            .. TerritoryDeclarations.Select(file => (file, Path.Combine(territoriesFolder, file.FileName))),
        ];
        if (await AreLoadedAsync(paths, ct))
        {
            return LoadOutcome.Nothing;
        }

        var problems = new ProblemList();
        var reader = new FileReader(problems);
        var files = new StarterFiles([.. paths.Select(file => reader.Read(file.Declaration, file.Path))]);
        Check(files, problems);
        return problems.Count > 0 ? LoadOutcome.Of(problems) : await WriteAsync(files, problems, ct);
    }

    private async Task<bool> AreLoadedAsync(List<(FileDeclaration Declaration, string Path)> paths, CancellationToken ct)
    {
        var last = await db.LastDigestsAsync([.. paths.Select(file => file.Declaration.DataSet)], ct);
        foreach (var (declaration, path) in paths)
        {
            if (!last.TryGetValue(declaration.DataSet, out var digest) || digest != await FileReader.DigestAsync(path, ct))
            {
                return false;
            }
        }

        return true;
    }

    private static void Check(StarterFiles files, ProblemList problems)
    {
        new References(files.All, problems).Also(CampusesFile.RegionReference, files.Collectivities).Check();
        AcademiesFile.Check(files, problems);
        CampusesFile.Check(files[CampusesFile.Declaration], problems);
        LabelPeriodsFile.Check(files[LabelPeriodsFile.Declaration], problems);
        OrganisationsFile.Check(files[OrganisationsFile.Declaration], problems);
    }

    private async Task<LoadOutcome> WriteAsync(StarterFiles files, ProblemList problems, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // First of all, so that two nodes that start together load one after the other: the row of the revision is the lock.
        await db.BumpRevisionAsync(ct);
        var last = await db.LastDigestsAsync([.. files.All.Select(file => file.Declaration.DataSet)], ct);
        var now = clock.UtcNow();
        var writing = new StarterWriting(db, files, new RowWriter(db, problems), now);
        var changes = await ChangesAsync(files, last, ct);

        await TerritoryFiles.WriteDepartmentsAsync(writing, changes[TerritoryFiles.Departments], ct);
        await TerritoryFiles.WriteEpcisAsync(writing, changes[TerritoryFiles.Epcis], ct);
        await TerritoryFiles.WriteCommunesAsync(writing, changes[TerritoryFiles.Communes], ct);
        await SectorsFile.WriteAsync(writing, changes[SectorsFile.Declaration], ct);
        await RegionsFile.WriteAsync(writing, changes[RegionsFile.Declaration], ct);
        await AcademiesFile.WriteAsync(writing, changes[AcademiesFile.Declaration], ct);
        await CampusesFile.WriteAsync(writing, changes[CampusesFile.Declaration], ct);
        await LabelPeriodsFile.WriteAsync(writing, changes[LabelPeriodsFile.Declaration], ct);
        await OrganisationsFile.WriteAsync(writing, changes[OrganisationsFile.Declaration], ct);
        await MembershipsFile.WriteAsync(writing, changes[MembershipsFile.Declaration], ct);
        await writing.Rows.RemoveVanishedAsync(ct);
        if (problems.Count > 0)
        {
            return LoadOutcome.Of(problems);
        }

        foreach (var change in changes.Values)
        {
            await change.RememberAsync(db, ct);
        }

        var loads = changes.Values
            .Where(change => !change.IsEmpty || last.GetValueOrDefault(change.File.Declaration.DataSet) != change.File.FileDigest)
            .Select(change => change.ToLoad(now))
            .ToList();
        if (loads.Count == 0)
        {
            return LoadOutcome.Nothing;
        }

        db.AddRange(loads);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return LoadOutcome.Of(loads);
    }

    private async Task<Dictionary<FileDeclaration, RowChanges>> ChangesAsync(
        StarterFiles files, IReadOnlyDictionary<string, string> last, CancellationToken ct)
    {
        var changes = new Dictionary<FileDeclaration, RowChanges>(ReferenceEqualityComparer.Instance);
        foreach (var file in files.All)
        {
            Func<FileRow, string?>? writtenFrom = WrittenFrom(file.Declaration, files);
            var isSame = last.GetValueOrDefault(file.Declaration.DataSet) == file.FileDigest;
            changes.Add(file.Declaration, isSame && writtenFrom is null ? RowChanges.None(file) : await RowChanges.FindAsync(db, file, writtenFrom, ct));
        }

        return changes;
    }

    /// <summary>What the rows of a file are written from in other files; a file without it moves only by itself.</summary>
    private static Func<FileRow, string?>? WrittenFrom(FileDeclaration declaration, StarterFiles files) =>
        declaration == CampusesFile.Declaration ? row => CampusesFile.WrittenFrom(row, files)
        : declaration == LabelPeriodsFile.Declaration ? row => LabelPeriodsFile.WrittenFrom(row, files)
        : declaration == OrganisationsFile.Declaration ? row => OrganisationsFile.WrittenFrom(row, files)
        : declaration == TerritoryFiles.Departments ? row => files.AcademicRegionOf(TerritoryFiles.DepartmentCodeOf(row))
        : null;
}
