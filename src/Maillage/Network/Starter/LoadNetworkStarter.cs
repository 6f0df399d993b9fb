using Maillage.Data;
using Maillage.OpenData;

namespace Maillage.Network.Starter;

/// <summary>Loads the starter facts of the network and the territories that they stand on.</summary>
public sealed class LoadNetworkStarter(MaillageDb db, TimeProvider clock) : CuratedLoad(db, clock)
{
    private static readonly IReadOnlyList<FileDeclaration> StarterDeclarations =
    [
        SectorsFile.Declaration, RegionsFile.Declaration, AcademiesFile.Declaration, CampusesFile.Declaration,
        LabelPeriodsFile.Declaration, OrganisationsFile.Declaration, MembershipsFile.Declaration,
    ];

    private static readonly IReadOnlyList<FileDeclaration> TerritoryDeclarations =
        [TerritoryFiles.Regions, TerritoryFiles.Departments, TerritoryFiles.Epcis, TerritoryFiles.Communes];

    private StarterFiles _files = null!;

    /// <summary>Every file that is loaded, with its columns.</summary>
    public static IReadOnlyList<FileDeclaration> Files => [.. StarterDeclarations, .. TerritoryDeclarations];

    /// <param name="starterFolder">The curated files (<c>data/starter</c>).</param>
    /// <param name="territoriesFolder">The files prepared at build (<c>data/prepared</c>).</param>
    public static IReadOnlyList<CuratedFile> In(string starterFolder, string territoriesFolder) =>
    [
        .. StarterDeclarations.Select(file => new CuratedFile(file, Path.Combine(starterFolder, file.FileName))),
        .. TerritoryDeclarations.Select(file => new CuratedFile(file, Path.Combine(territoriesFolder, file.FileName))),
    ];

    /// <param name="starterFolder">The curated files (<c>data/starter</c>).</param>
    /// <param name="territoriesFolder">The files prepared at build (<c>data/prepared</c>).</param>
    /// <param name="ct">Stops the load; nothing is kept of it.</param>
    public Task<LoadOutcome> ExecuteAsync(string starterFolder, string territoriesFolder, CancellationToken ct) =>
        LoadAsync(In(starterFolder, territoriesFolder), ct);

    protected override Task CheckAsync(IReadOnlyList<FileRows> files, ProblemList problems, CancellationToken ct)
    {
        _files = new StarterFiles(files);
        new References(files, problems).Also(CampusesFile.RegionReference, _files.Collectivities).Check();
        AcademiesFile.Check(_files, problems);
        CampusesFile.Check(_files[CampusesFile.Declaration], problems);
        LabelPeriodsFile.Check(_files[LabelPeriodsFile.Declaration], problems);
        OrganisationsFile.Check(_files[OrganisationsFile.Declaration], problems);
        return Task.CompletedTask;
    }

    protected override async Task WriteAsync(CuratedChanges changes, RowWriter rows, DateTime now, CancellationToken ct)
    {
        var writing = new StarterWriting(Db, _files, rows, now);
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
    }

    protected override Func<FileRow, string?>? WrittenFrom(FileDeclaration declaration) =>
        declaration == CampusesFile.Declaration ? row => CampusesFile.WrittenFrom(row, _files)
        : declaration == LabelPeriodsFile.Declaration ? row => LabelPeriodsFile.WrittenFrom(row, _files)
        : declaration == OrganisationsFile.Declaration ? row => OrganisationsFile.WrittenFrom(row, _files)
        : declaration == TerritoryFiles.Departments ? row => _files.AcademicRegionOf(TerritoryFiles.DepartmentCodeOf(row))
        : null;
}
