using System.Reflection;
using Maillage.Access;
using Maillage.Data.Audit;
using Maillage.Shared;
using Maillage.Web.Api;
using Microsoft.AspNetCore.Mvc;

namespace Maillage.Web.Pages.Access.Traces;

/// <summary>Entries of the audit as a table (CSV).</summary>
internal sealed class AuditExport(IAsyncEnumerable<AuditEntry> entries) : ActionResult
{
    private static readonly IReadOnlyList<ExportColumn<AuditEntry>> Columns =
    [
        new("id", entry => entry.AuditEntryId.ToString()),
        new("act_id", entry => entry.ActId.ToString()),
        new("at", entry => entry.At),
        new("act", entry => entry.ActCode),
        new("author_kind", entry => entry.AuthorKind.ToCode()),
        new("author_id", entry => entry.AuthorId?.ToString()),
        new("address", entry => entry.Address),
        new("reason", entry => Inert(entry.Reason)),
        new("change", entry => entry.Change.ToCode()),
        new("subject", entry => entry.Subject),
        new("subject_key", entry => entry.SubjectKey),
        new("before", entry => entry.Before),
        new("after", entry => entry.After),
    ];

    public override Task ExecuteResultAsync(ActionContext context) => Csv.Of(entries, Columns, "audit.csv").ExecuteAsync(context.HttpContext);

    /// <summary>What people typed, so that a spreadsheet takes it for text and not for a formula.</summary>
    private static string? Inert(string? text) => text is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
}

/// <summary>What may be done, as the audit names it: every act of every module.</summary>
internal static class AuditActs
{
    public static readonly IReadOnlyList<string> All =
    [
        .. typeof(AccessActs).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true, IsPublic: true } && type.Name.EndsWith("Acts", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];
}
