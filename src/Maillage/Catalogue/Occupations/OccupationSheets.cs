using Maillage.Catalogue.Occupations.Imports;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Occupations;

/// <summary>Reads the sheet of one occupation from the tables of the directory: too much to keep in memory for all.</summary>
public sealed class OccupationSheets(MaillageDb db)
{
    /// <summary>Null when the directory was not imported, or does not know the code.</summary>
    public async Task<OccupationSheet?> FindAsync(string rome, CancellationToken ct)
    {
        if (await db.Set<RomeOccupation>().AsNoTracking().FirstOrDefaultAsync(row => row.Rome == rome, ct) is not { } occupation)
        {
            return null;
        }

        var items = await ItemsAsync(rome, ct);
        var texts = await db.Set<RomeText>().AsNoTracking().Where(row => row.Rome == rome).OrderBy(row => row.Position).ToListAsync(ct);
        var groupings = await db.Set<RomeGrouping>().AsNoTracking().Where(row => row.Rome == rome).ToListAsync(ct);
        var interest = await db.Set<RomeInterest>().AsNoTracking().FirstOrDefaultAsync(row => row.Rome == rome, ct);
        return new OccupationSheet
        {
            Rome = rome,
            Definition = [.. texts.Where(text => text.Kind == RomeFiles.Definition).Select(text => text.Text)],
            Access = [.. texts.Where(text => text.Kind == RomeFiles.Access).Select(text => text.Text)],
            Names = await NamesAsync(occupation, ct),
            KnowHow = Groups(items, RomeItemKind.KnowHow),
            SoftSkills = [.. Groups(items, RomeItemKind.SoftSkill).SelectMany(group => group.Items)],
            Knowledge = Groups(items, RomeItemKind.Knowledge),
            WorkContexts = Groups(items, RomeItemKind.WorkContext),
            Near = await NearAsync(rome, ct),
            Interests = interest is null ? [] : interest.Minor is { } minor ? [interest.Major, minor] : [interest.Major],
            Ecological = occupation.Ecological,
            IsDigital = occupation.IsDigital,
            IsDemographic = occupation.IsDemographic,
            IsRegulated = occupation.IsRegulated,
            IsExecutive = occupation.IsExecutive,
            Sectors = NamesOf(groupings, RomeFiles.Sectors.Name),
            InterestCentres = NamesOf(groupings, RomeFiles.Centres.Name),
            Themes = NamesOf(groupings, RomeFiles.Themes.Name),
            Source = RomeFiles.Producer,
        };
    }

    private async Task<List<LinkedItem>> ItemsAsync(string rome, CancellationToken ct)
    {
        var items = db.Set<RomeItem>();
        return await db.Set<RomeItemLink>().Where(link => link.Rome == rome)
            .Join(items, link => link.Code, item => item.Code, (link, item) => new LinkedItem(item.Kind, item.Category, item.Name, link.Weight))
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(RomeOccupation occupation, CancellationToken ct)
    {
        var names = await db.Set<RomeAppellation>().AsNoTracking().Where(row => row.Rome == occupation.Rome && row.Name != occupation.Name).ToListAsync(ct);
        return [.. names.OrderBy(row => row.IsRare).ThenBy(row => FoldedText.Of(row.Name), StringComparer.Ordinal).Select(row => row.Name)];
    }

    private async Task<IReadOnlyList<NearOccupation>> NearAsync(string rome, CancellationToken ct)
    {
        var occupations = db.Set<RomeOccupation>();
        return await db.Set<RomeMobility>().Where(row => row.Rome == rome)
            .Join(occupations, row => row.TargetRome, occupation => occupation.Rome, (row, occupation) => new { row.Rank, occupation.Rome, occupation.Name })
            .OrderBy(row => row.Rank).ThenBy(row => row.Rome)
            .Select(row => new NearOccupation(row.Rome, row.Name))
            .ToListAsync(ct);
    }

    private static IReadOnlyList<SheetGroup> Groups(List<LinkedItem> items, RomeItemKind kind) =>
    [
        .. items.Where(item => item.Kind == kind)
            .GroupBy(item => item.Category, StringComparer.Ordinal)
            .OrderBy(group => group.Key is null).ThenBy(group => FoldedText.Of(group.Key ?? ""), StringComparer.Ordinal)
            .Select(group => new SheetGroup(group.Key,
            [
                .. group.OrderBy(item => item.Weight ?? (RomeWeight)int.MaxValue).ThenBy(item => FoldedText.Of(item.Name), StringComparer.Ordinal)
                    .Select(item => new SheetItem(item.Name, item.Weight)),
            ])),
    ];

    private static IReadOnlyList<string> NamesOf(List<RomeGrouping> groupings, string dataSet) =>
        [.. groupings.Where(row => row.DataSet == dataSet).OrderByDescending(row => row.IsMain).ThenBy(row => FoldedText.Of(row.Name), StringComparer.Ordinal).Select(row => row.Name)];

    private sealed record LinkedItem(RomeItemKind Kind, string? Category, string Name, RomeWeight? Weight);
}
