using System.Globalization;
using Maillage.Access;
using Maillage.Access.Rights;
using Maillage.Access.Traces;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.Traces;

/// <summary>Who did what, when, to what: searched, and exported as CSV.</summary>
[Needs(Permission.ReadAudit)]
public sealed class IndexModel(SearchAudit audit, Texts texts) : PageModel
{
    public const string Address = "/espace/traces";

    private static readonly string[] Parameters = ["auteur", "acte", "du", "au", "objet"];

    public IReadOnlyDictionary<string, string?> Typed { get; private set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public IReadOnlyList<SeenEntry> Entries { get; private set; } = [];

    /// <summary>Address of the next page.</summary>
    public string? Next { get; private set; }

    public IEnumerable<(string Code, string Name)> Acts => AuditActs.All.Select(code => (code, texts[code])).OrderBy(act => act.Item2, StringComparer.CurrentCulture);

    /// <summary>An act that the product no longer knows keeps its code.</summary>
    public string ActName(string code) => texts.Has(code) ? texts[code] : code;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "apres")] Guid? after, [FromQuery] string? format, CancellationToken ct)
    {
        Typed = Parameters.ToDictionary(name => name, name => (string?)Request.Query[name].ToString().Trim(), StringComparer.Ordinal);
        var (from, to) = (DayOf("du"), DayOf("au"));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var filter = new AuditFilter { Author = Typed["auteur"], ActCode = Typed["acte"], SubjectKey = Typed["objet"], From = from, To = to, After = after };
        var actor = HttpContext.Actor();
        if (format == "csv")
        {
            return new AuditExport(await audit.ExportAsync(actor, filter, ct));
        }

        (Entries, var more) = await audit.ReadAsync(actor, filter, ct);
        var said = Typed.Where(pair => pair.Value is { Length: > 0 }).Append(new("apres", more ? Entries[^1].Entry.AuditEntryId.ToString() : null));
        Next = more ? Url.Content("~" + Address) + QueryString.Create(said) : null;
        return Page();
    }

    private DateOnly? DayOf(string name)
    {
        if (Typed[name] is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.Add(AccessProblems.DayWrong(name, text), texts);
        return null;
    }
}
