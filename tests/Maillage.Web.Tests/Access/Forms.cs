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

    /// <summary>Sends the form of a page that has such a field or button, its other fields as they are; a button may say where it sends it.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient visitor, string path, string selector, params (string Name, string Value)[] fields)
    {
        var page = await visitor.PageAsync(path);
        var form = page.QuerySelectorAll("main form").First(form => form.QuerySelector(selector) is not null);
        var values = form.QuerySelectorAll("[name]").Select(element => element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => default,
            IHtmlInputElement input => (input.Name, input.Value),
            IHtmlTextAreaElement area => (area.Name, area.Value),
            IHtmlSelectElement select => (select.Name, select.Value),
            _ => default,
        }).Where(field => field.Name is not null).ToDictionary(field => field.Name!, field => field.Value ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        var action = (form.QuerySelector(selector)!.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } said ? new Uri(new Uri(visitor.BaseAddress!, path), said) : new Uri(visitor.BaseAddress!, path);
        return await visitor.PostAsync(action, new FormUrlEncodedContent(values), Ct);
    }

    /// <summary>Posts fields to an address, with the token of the session.</summary>
    public static async Task<HttpResponseMessage> PostFieldsAsync(this HttpClient visitor, string address, params (string Name, string Value)[] fields) =>
        await visitor.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("__RequestVerificationToken", await visitor.TokenAsync()))), Ct);

    /// <summary>What every form of the workspace holds.</summary>
    public static async Task<string> TokenAsync(this HttpClient visitor) =>
        (await visitor.PageAsync("/espace")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
