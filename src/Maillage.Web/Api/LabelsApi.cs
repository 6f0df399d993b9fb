using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>One period of the register of labels.</summary>
public sealed record LabelRow
{
    internal LabelRow(LabelOnDay row, ApiRequest request)
    {
        var period = row.Period;
        Campus = SlugName.Of(row.Campus, request);
        Sector = CodeName.Of(row.Campus.Sector);
        Regions = [.. row.Campus.Regions.Select(CodeName.Of)];
        Academies = [.. row.Campus.Academies.Select(CodeName.Of)];
        Status = row.State;
        Category = period.Category;
        Scheme = period.Scheme;
        Start = period.Start.FirstDay;
        StartPrecision = period.Start.Precision;
        DurationYears = period.DurationYears;
        End = period.End;
        PresumedEnd = period.PresumedEnd;
        Decision = period.DecisionReference;
        Basis = period.Basis;
        Source = period.Provenance.Source;
        AsOf = period.Provenance.AsOf?.ToString();
        Confidence = period.Provenance.Confidence;
    }

    public SlugName Campus { get; }

    public CodeName Sector { get; }

    public IReadOnlyList<CodeName> Regions { get; }

    public IReadOnlyList<CodeName> Academies { get; }

    public LabelState Status { get; }

    public LabelCategory Category { get; }

    public LabelScheme Scheme { get; }

    public DateOnly Start { get; }

    public DatePrecision StartPrecision { get; }

    public int? DurationYears { get; }

    public DateOnly? End { get; }

    public DateOnly? PresumedEnd { get; }

    public string? Decision { get; }

    public LabelBasis Basis { get; }

    public string Source { get; }

    public string? AsOf { get; }

    public Confidence Confidence { get; }
}

/// <summary>The register of labels, one row a period.</summary>
internal static class LabelsApi
{
    public static void MapLabels(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/labels", new ApiOperation("labels", "labels", [.. NetworkQuery.OfCampuses, Paging.Page, Paging.PageSize]), (request, _) =>
                Task.FromResult(Results.Ok(request.PageOf(NetworkQuery.Labels(request), period => new LabelRow(period, request)))))
            .Produces<Paged<LabelRow>>();
        routes.MapRead("/labels.csv", new ApiOperation("labels", "labels_csv", NetworkQuery.OfCampuses), (request, _) =>
                Task.FromResult(Csv.Of(NetworkQuery.Labels(request).ToAsyncEnumerable(), Columns(request), "labels.csv")))
            .Produces<string>(contentType: Csv.ContentType);
    }

    private static IReadOnlyList<ExportColumn<LabelOnDay>> Columns(ApiRequest request) =>
    [
        new("campus", row => row.Campus.Slug),
        new("campusName", row => row.Campus.Name),
        .. CampusExport.Place<LabelOnDay>(row => row.Campus),
        new("status", row => row.State.ToCode()),
        new("category", row => row.Period.Category.ToCode()),
        new("scheme", row => row.Period.Scheme.ToCode()),
        new("start", row => row.Period.Start.FirstDay),
        new("startPrecision", row => row.Period.Start.Precision.ToCode()),
        new("durationYears", row => row.Period.DurationYears),
        new("end", row => row.Period.End),
        new("presumedEnd", row => row.Period.PresumedEnd),
        new("decision", row => row.Period.DecisionReference),
        new("basis", row => row.Period.Basis.ToCode()),
        new("url", row => request.Address($"/campus/{row.Campus.Slug}")),
        new("confidence", row => row.Period.Provenance.Confidence.ToCode()),
        new("source", row => row.Period.Provenance.Source),
        new("asOf", row => row.Period.Provenance.AsOf?.ToString()),
    ];
}
