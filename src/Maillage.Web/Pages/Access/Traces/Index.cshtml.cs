using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Access.Traces;
using Maillage.Data.Audit;
using Maillage.Shared;
using Maillage.Web.Api;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.Traces;

/// <summary>Who did what, when, to what: searched, and exported as a table.</summary>
[Needs(Permission.ReadAudit)]
public sealed class IndexModel(SearchAudit audit, Texts texts) : PageModel
{
    public const string Address = "/espace/traces";

    private const string AfterName = "apres";

    public AddressFilters Filters { get; private set; } = null!;

    public IReadOnlyList<SeenEntry> Entries { get; private set; } = [];

    /// <summary>Address of the next page.</summary>
    public string? Next { get; private set; }

    public IEnumerable<(string Code, string Name)> Acts => AuditActs.All.Select(code => (code, texts[code])).OrderBy(act => act.Item2, StringComparer.CurrentCulture);

    /// <summary>An act that the product no longer knows keeps its code.</summary>
    public string ActName(string code) => texts.Has(code) ? texts[code] : code;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = AfterName)] Guid? after, [FromQuery] string? format, CancellationToken ct)
    {
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        var filter = new AuditFilter
        {
            Author = Filters.Text("auteur", Account.EmailMaxLength),
            ActCode = Filters.Known("acte", texts["access.audit.act"], AuditActs.All),
            SubjectKey = Filters.Text("objet", AuditEntry.KeyMaxLength),
            From = Filters.Day("du"),
            To = Filters.Day("au"),
            After = after,
        };
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var actor = HttpContext.Actor();
        if (EnumCode.TryParse<TableFormat>(format, out var asked))
        {
            return new TableDownload<AuditEntry>(asked, await audit.ExportAsync(actor, filter, ct), AuditExport.Columns, "audit");
        }

        (Entries, var more) = await audit.ReadAsync(actor, filter, ct);
        var said = Request.ReadQuery().Where(pair => pair.Key != AfterName);
        Next = more ? Url.Content("~" + Address) + QueryString.Create(said.Append(new(AfterName, Entries[^1].Entry.AuditEntryId.ToString()))) : null;
        return Page();
    }
}
