using AngleSharp.Html.Dom;
using Xunit;

namespace Maillage.Web.Tests.Access;

/// <summary>Fills and sends the forms of pages as a browser without JavaScript does.</summary>
internal static class Forms
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<IHtmlDocument> PageAsync(this HttpClient visitor, string path)
    {
        using var response = await visitor.GetAsync(path, Ct);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await response.ReadPageAsync();
    }

    /// <summary>Sends the form of a page that has a field or a button of that name, its other fields as they are.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient visitor, string path, string selector, params (string Name, string Value)[] fields)
    {
        var page = await visitor.PageAsync(path);
        var form = page.QuerySelectorAll("main form").First(form => form.QuerySelector(selector) is not null);
        var values = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        var action = form.GetAttribute("action") is { Length: > 0 } said ? new Uri(new Uri(visitor.BaseAddress!, path), said) : new Uri(visitor.BaseAddress!, path);
        return await visitor.PostAsync(action, new FormUrlEncodedContent(values), Ct);
    }
}
