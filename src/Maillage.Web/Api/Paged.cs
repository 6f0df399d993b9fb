namespace Maillage.Web.Api;

/// <summary>One page of a list.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize);

internal static class Paging
{
    public static readonly QueryParameter<int> Page = QueryParameters.Number("page", 1, int.MaxValue, absent: 1, "1");

    public static readonly QueryParameter<int> PageSize = QueryParameters.Number("pageSize", 1, 100, absent: 20, "20");

    /// <summary>The page asked for; one beyond the end is empty.</summary>
    public static Paged<TItem> PageOf<T, TItem>(this ApiRequest request, IReadOnlyList<T> all, Func<T, TItem> item)
    {
        var (page, pageSize) = (request.Query.Get(Page), request.Query.Get(PageSize));
        var skipped = (int)Math.Min((page - 1L) * pageSize, all.Count);
        return new Paged<TItem>([.. all.Skip(skipped).Take(pageSize).Select(item)], all.Count, page, pageSize);
    }

    /// <summary>A short reference list, whole.</summary>
    public static Paged<TItem> Whole<T, TItem>(IReadOnlyList<T> all, Func<T, TItem> item) =>
        new([.. all.Select(item)], all.Count, 1, all.Count);
}
