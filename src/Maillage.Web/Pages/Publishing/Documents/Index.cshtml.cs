using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Publishing.Documents;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Pages.Network.Workspace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Documents;

/// <summary>The documents of one campus, for its team, the authorities and its members; its team shares them here.</summary>
[Needs(Permission.ReadCampus)]
[RequestSizeLimit(UploadedFile.MaxRequestBytes)]
public sealed class IndexModel(ReadDocuments documents, ShareDocument share, OpenCampus open, Texts texts) : PageModel
{
    private const string SaidName = "fait";

    /// <summary>What the form of a new document holds, as typed; a browser never sends a file again by itself.</summary>
    public sealed record Form(string? Title, string? Audience);

    public OpenedCampus Opened { get; private set; } = null!;

    public IReadOnlyList<ListedDocument> Documents { get; private set; } = [];

    public Form Typed { get; private set; } = new(null, null);

    /// <summary>The document whose change was refused, and what was typed of it.</summary>
    public (Guid Id, Form Typed)? Refused { get; private set; }

    public string? Said { get; private set; }

    public IEnumerable<(string Code, string Name)> Audiences =>
        Enum.GetValues<DocumentAudience>().Select(audience => (audience.ToCode(), texts.Of("publishing.audience", audience)));

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = SaidName)] string? said, CancellationToken ct)
    {
        Said = said is "shared" or "changed" or "withdrawn" ? said : null;
        await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] Form typed, IFormFile? file, CancellationToken ct)
    {
        var input = new ShareDocument.Input(file?.FileName, await UploadedFile.ReadAsync(file, ct), typed.Title, AudienceOf(typed));
        var result = await share.ExecuteAsync(HttpContext.Actor(), id, input, ct);
        Typed = typed;
        return await AnswerAsync(id, result, "shared", ct);
    }

    public async Task<IActionResult> OnPostChangeAsync([FromRoute] Guid id, [FromForm] Guid documentId, [FromForm] Form typed, CancellationToken ct)
    {
        var result = await share.ChangeAsync(HttpContext.Actor(), documentId, typed.Title, AudienceOf(typed), ct);
        Refused = (documentId, typed);
        return await AnswerAsync(id, result.Failed ? result.Problem with { Field = $"{result.Problem.Field}-{documentId}" } : result, "changed", ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromRoute] Guid id, [FromForm] Guid documentId, CancellationToken ct)
    {
        await share.WithdrawAsync(HttpContext.Actor(), documentId, ct);
        return await AnswerAsync(id, Result.Ok, "withdrawn", ct);
    }

    private static DocumentAudience? AudienceOf(Form typed) => EnumCode.TryParse<DocumentAudience>(typed.Audience, out var audience) ? audience : null;

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, string done, CancellationToken ct)
    {
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + CampusSections.AddressOf(id, CampusSections.Documents)) + QueryString.Create(SaidName, done));
        }

        ModelState.Clear();
        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, CancellationToken ct)
    {
        Opened = await open.ForMembersAsync(HttpContext.Actor(), id, ct);
        Documents = await documents.OfCampusAsync(Opened, ct);
    }
}
