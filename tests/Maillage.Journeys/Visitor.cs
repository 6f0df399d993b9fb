using System.Collections.Concurrent;
using Maillage.Web.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maillage.Journeys;

/// <summary>
/// Someone who reads the site in one language, in a browser of their own. Notes what no page may do: ask another site for
/// anything, break the security policy, write an error to the console.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    private const float PatienceInMilliseconds = 30_000;

    private readonly ConcurrentQueue<Complaint> _complaints = new();
    private readonly ConcurrentBag<string> _refused = [];
    private readonly Uri _site;

    private Visitor(IPage page, Uri site, string language)
    {
        (Page, _site, Language) = (page, site, language);
        var context = page.Context;
        context.SetDefaultTimeout(PatienceInMilliseconds);
        context.Request += (_, request) => Note(IsOutside(request.Url), $"asks another site for {request.Url}");
        context.Response += (_, response) => Remember(response);
        context.Console += (_, message) => Note(message.Type == "error", $"writes to the console: {message.Text}", message.Location);
        context.WebError += (_, error) => Note(true, $"has a script that fails: {error.Error}");
    }

    public IPage Page { get; }

    public string Language { get; }

    /// <summary>A text of the product, as this visitor reads it.</summary>
    public string this[string key] =>
        Texts.Files[key[..key.IndexOf('.', StringComparison.Ordinal)]].GetString(key, Web.Hosting.Language.CultureOf(Language))
        ?? throw new KeyNotFoundException($"No text for '{key}'.");

    public static async Task<Visitor> ArriveAsync(IBrowserContext context, Uri site, string language) =>
        new(await context.NewPageAsync(), site, language);

    /// <summary>Opens a page in the language of the visitor.</summary>
    public async Task<IResponse> OpenAsync(string path) => (await Page.GotoAsync(Addresses.In(Language, path)))!;

    public ILocator Link(string key) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = this[key], Exact = true });

    public ILocator Button(string key) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = this[key], Exact = true });

    /// <summary>A field by its label, to which a hint may add.</summary>
    public ILocator Field(string key) => Page.GetByLabel(this[key]);

    public ILocator Title(string text) =>
        Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1, Name = text, Exact = true });

    /// <summary>Names of the campuses that the page lists, in its order.</summary>
    public Task<IReadOnlyList<string>> CampusNamesAsync() => Page.Locator("[data-map-list] .campus-item__name").AllInnerTextsAsync();

    /// <summary>Moves the mouse over the map, which is when it loads, and waits until it can be used.</summary>
    public async Task WakeTheMapAsync()
    {
        await Page.Locator("[data-map]").First.HoverAsync();
        await Page.Locator("[data-map][data-map-ready]").First.WaitForAsync();
    }

    /// <summary>Presses the Tab key until this has the focus, which must be seen at each step.</summary>
    public async Task TabToAsync(ILocator target, int atMost)
    {
        for (var pressed = 1; pressed <= atMost; pressed++)
        {
            await Page.Keyboard.PressAsync("Tab");
            Assert.Null(await Page.EvaluateAsync<string?>(FocusNotSeen));
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{target} is further than {atMost} stops of the Tab key.");
    }

    /// <summary>How every journey ends: nothing noted, and nothing for axe to say in either theme.</summary>
    public async Task LeaveAsync()
    {
        await Accessible.CheckAsync(Page);
        AssertNoComplaint();
    }

    public void AssertNoComplaint()
    {
        // The browser calls it an error that a page answers 404 or 400, as some must.
        var complaints = _complaints.Where(complaint => !_refused.Any(address => complaint.At?.StartsWith(address, StringComparison.Ordinal) == true));
        Assert.Empty(complaints.Select(complaint => $"{complaint.Page} {complaint.Text}"));
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    // A part that the browser makes itself, as the calendar of a date, shows its own focus.
    private const string FocusNotSeen = """
        () => {
          const focused = document.activeElement;
          const isDrawn = (element) => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 || boxShadow !== 'none';
          };
          return !focused.matches(':focus') || [focused, ...focused.children].some(isDrawn) ? null : focused.outerHTML;
        }
        """;

    private void Note(bool isWrong, string text, string? at = null)
    {
        if (isWrong)
        {
            _complaints.Enqueue(new Complaint(Page.Url, text, at));
        }
    }

    private void Remember(IResponse response)
    {
        if (response.Status >= 400 && response.Request.IsNavigationRequest)
        {
            _refused.Add(response.Url);
        }
    }

    private bool IsOutside(string url) =>
        new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != _site.Authority;

    private sealed record Complaint(string Page, string Text, string? At);
}
