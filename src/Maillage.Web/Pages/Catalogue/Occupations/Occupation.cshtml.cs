using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Register;
using Maillage.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Catalogue.Occupations;

/// <summary>The page of an occupation: what one does, the qualifications that lead to it by level, the occupations near it.</summary>
public sealed class OccupationModel(CurrentCatalogue current, OccupationSheets sheets) : PageModel
{
    /// <summary>Other names shown at once; the rest opens.</summary>
    public const int FewNames = 6;

    public OccupationRecord Occupation { get; private set; } = null!;

    public NationalCatalogue Catalogue { get; private set; } = null!;

    public OccupationSurroundings Surroundings { get; private set; } = null!;

    /// <summary>What the directory of occupations tells of it; null when it is not imported.</summary>
    public OccupationSheet? Sheet { get; private set; }

    /// <summary>Those that the directory says near, the nearest first; without its word, those of the same part of it.</summary>
    public IReadOnlyList<OccupationRecord> Near { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? rome, CancellationToken ct)
    {
        Catalogue = await current.GetAsync(ct);
        var code = (rome ?? "").ToUpperInvariant();
        Occupation = Catalogue.Occupation(code) ?? throw new NotFound("The occupation");
        if (rome != code)
        {
            return Redirect(Url.Content($"~/metiers/{code}"));
        }

        Surroundings = OccupationSurroundings.Of(Catalogue, Occupation);
        Sheet = await sheets.FindAsync(code, ct);
        Near = Sheet is { Near.Count: > 0 }
            ? [.. Sheet.Near.Select(near => Catalogue.Occupation(near.Rome)).OfType<OccupationRecord>()]
            : Surroundings.Related;
        return Page();
    }
}
