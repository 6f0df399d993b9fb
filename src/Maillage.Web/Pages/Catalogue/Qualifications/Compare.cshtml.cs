using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Network.Register;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Catalogue.Qualifications;

/// <summary>Two to four qualifications side by side; the address holds which, <c>?id=…&amp;id=…</c>.</summary>
public sealed class CompareModel(CurrentRegister currentRegister, CurrentCatalogue currentCatalogue, Texts texts) : PageModel
{
    public const int Most = 4;
    public const string Parameter = "id";

    private const int MaxProposed = 8;

    public NetworkRegister Register { get; private set; } = null!;

    public NationalCatalogue Catalogue { get; private set; } = null!;

    /// <summary>By level, whatever the order of the address: answers are kept in memory for the same qualifications in any order.</summary>
    public IReadOnlyList<ComparedQualification> Compared { get; private set; } = [];

    public AddressFilters Filters { get; private set; } = null!;

    /// <summary>What may be added: what the words find or, without words, what is close to the first one.</summary>
    public IReadOnlyList<QualificationRecord> Proposed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Register = await currentRegister.GetAsync(ct);
        Catalogue = await currentCatalogue.GetAsync(ct);
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Compared = [.. Asked().Select(row => new ComparedQualification(row, Catalogue))];
        Proposed = [.. Candidates(Filters.Text("q", QualificationFilter.TextMaxLength)).Except(Compared.Select(row => row.Qualification)).Take(MaxProposed)];
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private List<QualificationRecord> Asked()
    {
        var asked = Request.Query[Parameter].OfType<string>().Where(slug => slug.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var known = asked.Select(Catalogue.Qualification).OfType<QualificationRecord>().ToList();
        if (known.Count < asked.Count)
        {
            ModelState.AddModelError("", texts.Count("catalogue.compare.unknown", asked.Count - known.Count));
        }

        if (known.Count > Most)
        {
            ModelState.AddModelError("", texts["catalogue.compare.too_many", Most]);
        }

        return [.. known.Take(Most).OrderBy(row => row.Level).ThenBy(row => row.Name, StringComparer.CurrentCulture)];
    }

    private IEnumerable<QualificationRecord> Candidates(string? text)
    {
        if (text is not null)
        {
            return new QualificationFilter { Text = text }.Apply(Catalogue);
        }

        return Compared is [var first, ..]
            ? Catalogue.Qualifications
                .Where(other => other.ClosedOn is null && other.RomeCodes.Intersect(first.Qualification.RomeCodes, StringComparer.Ordinal).Any())
                .OrderBy(other => Math.Abs(other.Level - first.Qualification.Level))
                .ThenByDescending(other => other.RomeCodes.Intersect(first.Qualification.RomeCodes, StringComparer.Ordinal).Count())
            : [];
    }
}

/// <summary>One column of the comparison.</summary>
public sealed class ComparedQualification(QualificationRecord qualification, NationalCatalogue catalogue)
{
    public QualificationRecord Qualification { get; } = qualification;

    public IReadOnlyList<OfferRecord> Offers { get; } = [.. catalogue.OffersOf(qualification)];

    public IReadOnlyList<OccupationRecord> Occupations { get; } = [.. qualification.RomeCodes.Select(catalogue.Occupation).OfType<OccupationRecord>()];

    /// <summary>What can follow it, but for what merely replaces it.</summary>
    public IReadOnlyList<QualificationRecord> After { get; } =
        [.. catalogue.StepsFrom(qualification).Where(step => step.Basis is not PathwayBasis.Renewal).Select(step => step.To)];

    public Enrolment Enrolment { get; } = Enrolment.Of(catalogue.OffersOf(qualification), schoolYear: null);
}
