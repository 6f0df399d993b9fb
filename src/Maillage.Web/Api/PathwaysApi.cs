using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>The ways up: from a qualification, from a level, or to an occupation from wherever one can begin.</summary>
internal static class PathwaysApi
{
    private static readonly QueryParameter<string?> From =
        QueryParameters.Text("from", Slug.MaxLength, "cap-realisations-industrielles-en-chaudronnerie-ou-soudage-option-soudage");

    private static readonly QueryParameter<int?> FromLevel =
        QueryParameters.Number("fromLevel", Qualification.LowestLevel, Qualification.HighestLevel, "3");

    private static readonly QueryParameter<int?> ToLevel =
        QueryParameters.Number("toLevel", Qualification.LowestLevel, Qualification.HighestLevel, "8");

    private static readonly QueryParameter<string?> ToOccupation = QueryParameters.Text("occupation", Occupation.RomeLength, "H2913");

    private static readonly QueryParameter<TrainingMode?> Mode = QueryParameters.OneOf<TrainingMode>("mode", "apprentissage");

    private static readonly QueryParameter<GeoPoint?> Near = QueryParameters.Point("near", "47.2735,-2.2138");

    private static readonly QueryParameter<double?> RadiusKm =
        QueryParameters.Kilometres("radiusKm", PathwayQuestion.MaxRadiusKm, PathwayQuestion.DefaultRadiusKm, "30");

    public static void MapPathways(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/pathways", new ApiOperation("pathways", "pathways", [From, FromLevel, ToLevel, ToOccupation, Mode, Near, RadiusKm]), FindAsync)
            .Produces<PathwayAnswerItem>();

    private static async Task<IResult> FindAsync(ApiRequest request, CancellationToken ct)
    {
        var pathways = await request.Http.RequestServices.GetRequiredService<CurrentPathways>().GetAsync(ct);
        var question = Question(request, pathways.Catalogue);
        if (question.Failed)
        {
            return new ApiProblemResult(new ApiProblem(question.Problem));
        }

        var radius = request.Query.Get(RadiusKm) ?? PathwayQuestion.DefaultRadiusKm;
        return Results.Ok(PathwayAnswerItem.Of(pathways.Graph.Find(question.Value), question.Value, pathways, radius, request));
    }

    private static Result<PathwayQuestion> Question(ApiRequest request, NationalCatalogue catalogue)
    {
        var query = request.Query;
        var (from, occupation) = (query.Get(From), query.Get(ToOccupation)?.ToUpperInvariant());
        if (query.Has(RadiusKm) && !query.Has(Near))
        {
            return new Problem(ApiProblems.Requires, RadiusKm.Name, Near.Name) { Field = RadiusKm.Name };
        }

        if (from is not null && query.Has(FromLevel))
        {
            return new Problem(ApiProblems.Excludes, FromLevel.Name, From.Name) { Field = FromLevel.Name };
        }

        if (from is null && occupation is null && !query.Has(FromLevel))
        {
            return new Problem(ApiProblems.NothingAsked, From.Name, FromLevel.Name, ToOccupation.Name) { Field = From.Name };
        }

        var start = from is null ? null : catalogue.Qualification(from) ?? catalogue.QualificationOfCfd(from);
        if (from is not null && start is null)
        {
            return new Problem(ApiProblems.UnknownValue, From.Name) { Field = From.Name };
        }

        var aim = occupation is null ? null : catalogue.Occupation(occupation);
        if (occupation is not null && aim is null && !catalogue.QualificationsOf(occupation).Any())
        {
            return new Problem(ApiProblems.UnknownValue, ToOccupation.Name) { Field = ToOccupation.Name };
        }

        return new PathwayQuestion
        {
            Day = request.Today,
            From = start,
            FromLevel = query.Get(FromLevel),
            ToLevel = query.Get(ToLevel),
            ToOccupation = aim?.RomeOfQualifications(catalogue) ?? occupation,
            Mode = query.Get(Mode),
            Near = query.Get(Near),
        };
    }
}
