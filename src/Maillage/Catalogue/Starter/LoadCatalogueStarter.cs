using Maillage.Data;
using Maillage.OpenData;

namespace Maillage.Catalogue.Starter;

/// <summary>Loads the starter facts of the catalogue, after those of the network, to which they refer.</summary>
public sealed class LoadCatalogueStarter(MaillageDb db, TimeProvider clock) : CuratedLoad(db, clock)
{
    /// <summary>Every file that is loaded, with its columns.</summary>
    public static IReadOnlyList<FileDeclaration> Files =>
        [OccupationsFile.Declaration, QualificationsFile.Declaration, TrainingOffersFile.Declaration, PathwayLinksFile.Declaration];

    /// <param name="starterFolder">The curated files (<c>data/starter</c>).</param>
    public static IReadOnlyList<CuratedFile> In(string starterFolder) =>
        [.. Files.Select(file => new CuratedFile(file, Path.Combine(starterFolder, file.FileName)))];

    /// <param name="starterFolder">The curated files (<c>data/starter</c>).</param>
    /// <param name="ct">Stops the load; nothing is kept of it.</param>
    public Task<LoadOutcome> ExecuteAsync(string starterFolder, CancellationToken ct) => LoadAsync(In(starterFolder), ct);

    protected override async Task CheckAsync(IReadOnlyList<FileRows> files, ProblemList problems, CancellationToken ct)
    {
        FileRows Of(FileDeclaration declaration) => files.Single(file => ReferenceEquals(file.Declaration, declaration));

        new References(files, problems).Check();
        var known = await CatalogueReferences.ReadAsync(Db, ct);
        QualificationsFile.Check(Of(QualificationsFile.Declaration), known, problems);
        TrainingOffersFile.Check(Of(TrainingOffersFile.Declaration), known, problems);
        PathwayLinksFile.Check(Of(PathwayLinksFile.Declaration), problems);
    }

    protected override async Task WriteAsync(CuratedChanges changes, RowWriter rows, DateTime now, CancellationToken ct)
    {
        await OccupationsFile.WriteAsync(Db, changes[OccupationsFile.Declaration], rows, ct);
        await QualificationsFile.WriteAsync(Db, changes[QualificationsFile.Declaration], rows, ct);
        await TrainingOffersFile.WriteAsync(Db, changes[TrainingOffersFile.Declaration], rows, ct);
        await PathwayLinksFile.WriteAsync(Db, changes[PathwayLinksFile.Declaration], rows, ct);
    }
}
