using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>A state asked for, or every state (<c>all</c>).</summary>
public readonly record struct StatusChoice(LabelState? State)
{
    public const string All = "all";
}

/// <summary>The parameters by which campuses and labels are filtered, and the filter that they make.</summary>
internal static class NetworkQuery
{
    public static readonly QueryParameter<DateOnly?> AsOf = QueryParameters.Day("asOf", CampusFilter.FirstDay, CampusFilter.LastDay, "2018-12-31");

    public static readonly QueryParameter<string?> Region =
        QueryParameters.Code("region", register => register.Regions.Select(region => region.Code), "52");

    public static readonly QueryParameter<string?> Department =
        QueryParameters.Code("department", register => register.Departments.Select(department => department.Code), "44");

    public static readonly QueryParameter<string?> Text = QueryParameters.Text("q", CampusFilter.TextMaxLength, "numérique");

    public static readonly QueryParameter<string?> Academy =
        QueryParameters.Code("academy", register => register.Academies.Select(academie => academie.Code), "17");

    public static readonly QueryParameter<string?> Sector =
        QueryParameters.Code("sector", register => register.Sectors.Select(sector => sector.Code), "tourisme-gastronomie");

    public static readonly QueryParameter<string?> Campus = new("campus", null, (text, register) =>
        register.Campus(text) is null ? new Problem(ApiProblems.UnknownValue, "campus") : text)
    {
        Example = "nautisme",
        Schema = new ParameterSchema("string"),
    };

    private static readonly QueryParameter<LabelCategory?> Category = QueryParameters.OneOf<LabelCategory>("category", "excellence");

    private static readonly QueryParameter<StatusChoice?> Status = new("status", null, (text, _) =>
        text == StatusChoice.All ? new StatusChoice(null)
        : EnumCode.TryParse<LabelState>(text, out var state) ? new StatusChoice(state)
        : new Problem(ApiProblems.UnknownValue, "status"))
    {
        Example = "in_force",
        Schema = new ParameterSchema("string") { Values = [.. EnumCode.All<LabelState>(), StatusChoice.All] },
    };

    public static readonly IReadOnlyList<QueryParameter> OfCampuses = [AsOf, Region, Academy, Sector, Category, Status, Text];

    public static IReadOnlyList<CampusOnDay> Campuses(ApiRequest request)
    {
        var status = request.Query.Get(Status);
        var filter = Territory(request) with
        {
            AsOf = request.Query.Get(AsOf),
            Category = request.Query.Get(Category),
            State = status?.State,
            AnyState = status is { State: null },
        };
        return filter.Apply(request.Register, request.Today);
    }

    public static IReadOnlyList<LabelOnDay> Labels(ApiRequest request)
    {
        var status = request.Query.Get(Status);
        var filter = new LabelFilter
        {
            AsOf = request.Query.Get(AsOf),
            Category = request.Query.Get(Category),
            State = status?.State,
            AnyState = status is { State: null },
            Campuses = Territory(request),
        };
        return filter.Apply(request.Register, request.Today);
    }

    private static CampusFilter Territory(ApiRequest request) => new()
    {
        Region = request.Query.Get(Region),
        Academie = request.Query.Get(Academy),
        Sector = request.Query.Get(Sector),
        Text = request.Query.Get(Text),
    };
}
