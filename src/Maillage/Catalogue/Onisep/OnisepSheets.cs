using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Onisep;

/// <summary>What Onisep writes of a qualification or of an occupation, read when somebody asks, and shown under its name and licence.</summary>
public sealed class OnisepSheets(MaillageDb db)
{
    /// <summary>Null when Onisep has no sheet of the diploma.</summary>
    public async Task<OnisepTrainingSheet?> OfDiplomaAsync(string cfd, CancellationToken ct)
    {
        var training = await db.OnisepTrainings.AsNoTracking().Where(row => row.Cfd == cfd).OrderBy(row => row.OnisepId).FirstOrDefaultAsync(ct);
        if (training is null)
        {
            return null;
        }

        var occupations = db.OnisepOccupations;
        var names = await db.Set<OnisepTrainingOccupation>().Where(row => row.TrainingId == training.OnisepId)
            .Join(occupations, row => row.OccupationId, occupation => occupation.OnisepId, (row, occupation) => occupation)
            .AsNoTracking().OrderBy(row => row.Name).ToListAsync(ct);
        return new OnisepTrainingSheet(
            training.Name,
            training.Duration,
            Paragraphs(training.Description),
            Paragraphs(training.Access),
            Paragraphs(training.Expectations),
            Paragraphs(training.FurtherStudy),
            [.. names.Select(row => new OnisepOccupationName(row.Name, row.RomeCodes))],
            training.Url,
            OnisepFiles.Producer,
            OnisepFiles.Licence);
    }

    /// <summary>The sheets of an occupation, of which the directory makes one where Onisep makes several; by name.</summary>
    public async Task<IReadOnlyList<OnisepOccupationSheet>> OfOccupationAsync(string rome, CancellationToken ct)
    {
        // Codes are kept in one column: the database cannot look inside it, and the sheets are few.
        var occupations = await db.OnisepOccupations.AsNoTracking().Select(row => new { row.OnisepId, row.RomeCodes }).ToListAsync(ct);
        var found = occupations.Where(row => row.RomeCodes.Contains(rome, StringComparer.Ordinal)).Select(row => row.OnisepId).ToList();
        var sheets = await db.OnisepOccupations.AsNoTracking().Where(row => found.Contains(row.OnisepId)).OrderBy(row => row.Name).ToListAsync(ct);
        return
        [
            .. sheets.Select(row => new OnisepOccupationSheet(
                row.Name, Paragraphs(row.Introduction), Paragraphs(row.Work), Paragraphs(row.Conditions), Paragraphs(row.Skills), Paragraphs(row.Access),
                Paragraphs(row.Career), OnisepFiles.Producer, OnisepFiles.Licence)),
        ];
    }

    private static string[] Paragraphs(string? text) => text?.Split(OnisepXml.Between) ?? [];
}

/// <summary>A training in the words of Onisep; texts are paragraphs, empty when Onisep writes none.</summary>
public sealed record OnisepTrainingSheet(
    string Name,
    string? Duration,
    IReadOnlyList<string> Description,
    IReadOnlyList<string> Access,
    IReadOnlyList<string> Expectations,
    IReadOnlyList<string> FurtherStudy,
    IReadOnlyList<OnisepOccupationName> Occupations,
    string? Url,
    string Source,
    string Licence);

/// <summary>An occupation that a training leads to, and its codes in the directory of occupations.</summary>
public sealed record OnisepOccupationName(string Name, IReadOnlyList<string> RomeCodes);

/// <summary>An occupation in the words of Onisep; texts are paragraphs, empty when Onisep writes none.</summary>
public sealed record OnisepOccupationSheet(
    string Name,
    IReadOnlyList<string> Introduction,
    IReadOnlyList<string> Work,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Access,
    IReadOnlyList<string> Career,
    string Source,
    string Licence);
