using Maillage.Access.Rights;
using Maillage.TestKit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys.Access;

/// <summary>A director writes a news item with a picture, sees it before it is saved, publishes it, and a visitor reads it at once on a phone.</summary>
public sealed class PublishANewsItemTests(Site site, Office office) : IClassFixture<Office>
{
    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task NewsItem_Published_IsReadByAVisitorAtOnce(string language)
    {
        var director = await office.PersonAsync($"actualites.{language}@example.org", language, Role.CampusDirector);
        await using var writer = await site.VisitAsync(office.Address, language);
        await using var visitor = await site.VisitAsync(office.Address, language, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await visitor.OpenAsync($"/campus/{office.Campus.Slug}");
        await office.SignInByLinkAsync(writer, director);
        await office.ProveAsync(director);
        await writer.OpenAsync($"/espace/campus/{office.Campus.CampusId}/articles");
        await writer.Link("publishing.articles.new_news").ClickAsync();
        var title = $"Régate des apprentis {language}";
        await writer.Page.Locator("#titleFr").FillAsync(title);
        await writer.Page.Locator("#bodyFr").FillAsync("Samedi, **douze équipages** partent du port.\n\n## Venir\n\n- tramway 1\n- parking du port");
        await writer.Page.Locator("summary", new() { HasText = writer["publishing.articles.picture"] }).ClickAsync();
        await writer.Button("publishing.articles.preview").ClickAsync();
        await Expect(writer.Page.Locator(".markdown strong")).ToHaveTextAsync("douze équipages");
        await Accessible.CheckAsync(writer.Page);
        await writer.Page.Locator("summary", new() { HasText = writer["publishing.articles.picture"] }).ClickAsync();
        await writer.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "regate.jpeg", MimeType = "image/jpeg", Buffer = FileSamples.Photo() });
        await writer.Page.Locator("#altFr").FillAsync("Douze voiliers dans le port");
        await writer.Page.Locator("#state").SelectOptionAsync("published");
        await writer.Button("publishing.articles.save").ClickAsync();
        await Expect(writer.Page.Locator("[role=status]")).ToContainTextAsync(writer["publishing.articles.saved"]);
        await Accessible.CheckAsync(writer.Page);

        await visitor.OpenAsync($"/campus/{office.Campus.Slug}");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(visitor.Page.GetByRole(AriaRole.Img, new() { Name = "Douze voiliers dans le port" })).ToBeVisibleAsync();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Accessible.CheckAsync(visitor.Page);
    }
}
