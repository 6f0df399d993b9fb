using Microsoft.AspNetCore.Mvc;

namespace Maillage.Web.Api;

/// <summary>In what form a table leaves.</summary>
public enum TableFormat
{
    Csv,
    Xlsx,
}

/// <summary>A table that a page gives away, in the form asked.</summary>
/// <param name="name">Of the file, without what tells its form.</param>
internal sealed class TableDownload<T>(TableFormat format, IAsyncEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns, string name) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context) => (format == TableFormat.Xlsx
        ? Xlsx.Of(rows, columns, $"{name}.xlsx")
        : Csv.Of(rows, columns, $"{name}.csv")).ExecuteAsync(context.HttpContext);
}
