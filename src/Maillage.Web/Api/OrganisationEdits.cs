using System.Text.Json;
using Maillage.Access.ApiKeys;
using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Editing;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.Net.Http.Headers;

namespace Maillage.Web.Api;

/// <summary>What another system may change of an organisation: members left out stay as they are, <c>null</c> empties.</summary>
public sealed record OrganisationEdit
{
    public string? Name { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telephone { get; init; }
}

/// <summary>Changes by the holder of a key, through the operation that people use, with the right and the scope of the key.</summary>
internal static class OrganisationEdits
{
    private const string Bearer = "Bearer ";
    private const int MaxBytes = 16 * 1024;

    public static void MapOrganisationEdits(this IEndpointRouteBuilder routes) => routes.MapPatch("/organisations/{id}", EditAsync)
        .WithMetadata(new ApiOperation("organisations", "organisation_edit", []) { PathExample = "0440034Y" })
        .Accepts<OrganisationEdit>("application/json")
        .Produces(StatusCodes.Status204NoContent)
        .Produces<ProblemBody>(StatusCodes.Status400BadRequest, ApiProblemResult.ContentType)
        .Produces<ProblemBody>(StatusCodes.Status401Unauthorized, ApiProblemResult.ContentType)
        .Produces<ProblemBody>(StatusCodes.Status409Conflict, ApiProblemResult.ContentType)
        .Produces<ProblemBody>(StatusCodes.Status429TooManyRequests, ApiProblemResult.ContentType)
        .Produces<ProblemBody>(StatusCodes.Status500InternalServerError, ApiProblemResult.ContentType)
        // The key is what is checked, here and by the operation.
        .AllowAnonymous()
        .DisableAntiforgery()
        .ProducesUnknown();

    private static async Task<IResult> EditAsync(
        HttpContext http, string id, ReadApiKey keys, OrganisationDirectory directory, EditOrganisation edit, Texts texts, CancellationToken ct)
    {
        var key = http.Request.Headers.Authorization.ToString();
        if (!key.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || await keys.ExecuteAsync(key[Bearer.Length..].Trim(), http.Address(), ct) is not { } actor)
        {
            http.Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
            return Refused(new Problem(ApiProblems.KeyMissing));
        }

        if (await BodyAsync(http.Request, ct) is not { } body)
        {
            return Refused(new Problem(ApiProblems.BadRequest));
        }

        var unknown = new Problem(ApiProblems.UnknownOrganisation, ApiProblem.Bounded(id));
        if (await directory.FindAsync(id, ct) is not [var found])
        {
            return Refused(unknown);
        }

        try
        {
            var (organisation, version) = await edit.ReadAsync(actor, found.OrganisationId, ct);
            var result = await edit.ExecuteAsync(actor, found.OrganisationId, new EditOrganisation.Input(
                Or(body, "name", organisation.Name), Or(body, "website", organisation.Website), Or(body, "email", organisation.Email), Or(body, "telephone", organisation.Telephone), version), ct);
            return !result.Failed ? Results.NoContent()
                : result.Problem == OrganisationProblems.ChangedMeanwhile ? Refused(new Problem(ApiProblems.OrganisationChanged))
                : Refused(new Problem(ApiProblems.InvalidOrganisation, texts.Of(result.Problem)) { Field = result.Problem.Field });
        }
        catch (NotFound)
        {
            return Refused(unknown);
        }
    }

    /// <returns>The members of the body; nothing when it is no JSON object of texts that we know.</returns>
    private static async Task<Dictionary<string, string?>?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is null or > MaxBytes || !request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync<Dictionary<string, string?>>(request.Body, cancellationToken: ct);
            return body?.Keys.All(name => name is "name" or "website" or "email" or "telephone") == true ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Or(Dictionary<string, string?> body, string member, string? present) => body.TryGetValue(member, out var said) ? said : present;

    private static ApiProblemResult Refused(Problem problem) => new(new ApiProblem(problem));
}
