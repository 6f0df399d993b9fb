using System.Reflection;
using Maillage.Access;
using Maillage.Data.Audit;
using Maillage.Shared;
using Maillage.Web.Api;

namespace Maillage.Web.Pages.Access.Traces;

/// <summary>An entry of the audit on one line.</summary>
internal static class AuditExport
{
    public static readonly IReadOnlyList<ExportColumn<AuditEntry>> Columns =
    [
        new("id", entry => entry.AuditEntryId.ToString()),
        new("act_id", entry => entry.ActId.ToString()),
        new("at", entry => entry.At),
        new("act", entry => entry.ActCode),
        new("author_kind", entry => entry.AuthorKind.ToCode()),
        new("author_id", entry => entry.AuthorId?.ToString()),
        new("address", entry => entry.Address),
        new("reason", entry => entry.Reason),
        new("change", entry => entry.Change.ToCode()),
        new("subject", entry => entry.Subject),
        new("subject_key", entry => entry.SubjectKey),
        new("before", entry => entry.Before),
        new("after", entry => entry.After),
    ];
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
