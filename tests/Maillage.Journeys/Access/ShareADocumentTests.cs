using Maillage.Access.Rights;
using Maillage.Files;
using Maillage.TestKit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys.Access;

/// <summary>A campus team shares a photo with everyone; a visitor saves it from a phone. What the site says of itself shows on every page.</summary>
public sealed class ShareADocumentTests(Site site, Office office) : IClassFixture<Office>
{
    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Document_SharedByTheTeam_IsSavedByAVisitorOnAPhone(string language)
    {
        var team = await office.PersonAsync($"documents.{language}@example.org", language, Role.CampusTeam);
        await using var sender = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(sender, team);
        await sender.OpenAsync("/espace/campus");
        await sender.Page.Locator("main .plain-list a").First.ClickAsync();
        await sender.Page.Locator(".campus-nav").GetByRole(AriaRole.Link, new() { Name = sender["network.section.documents"] }).ClickAsync();
        var title = language == "fr" ? "Plan du chantier" : "Plan of the yard";
        await sender.Page.Locator("#title").FillAsync(title);
        await sender.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "film.pdf", MimeType = "application/pdf", Buffer = new byte[CheckFile.MaxBytes + 1] });
        Assert.False(await sender.Page.Locator("#file").EvaluateAsync<bool>("input => input.validity.valid"));
        await sender.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "photo.jpeg", MimeType = "image/jpeg", Buffer = FileSamples.Photo() });
        await sender.Page.Locator("#audience").SelectOptionAsync("everyone");
        await sender.Button("publishing.documents.submit").ClickAsync();

        await Expect(sender.Page.Locator("[role=status]")).ToContainTextAsync(sender["publishing.documents.shared"]);
        await sender.Page.Locator("main details").First.ClickAsync();
        await Accessible.CheckAsync(sender.Page);
        await sender.LeaveAsync();
        await using var visitor = await site.VisitAsync(office.Address, language, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await visitor.OpenAsync($"/campus/{office.Campus.Slug}");
        await Accessible.CheckAsync(visitor.Page);
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.Locator("#documents a", new PageLocatorOptions { HasText = title }).ClickAsync());
        Assert.Equal("photo.jpg", download.SuggestedFilename);
        await using var saved = await download.CreateReadStreamAsync();
        using var kept = new MemoryStream();
        await saved.CopyToAsync(kept, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(kept.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Notice_SetByAnAdministrator_IsReadOnThePagesOfEveryone(string language)
    {
        var administrator = await office.PersonAsync($"reglages.{language}@example.org", language, Role.Administrator, Scope.National);
        await using var keeper = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(keeper, administrator);
        await office.ProveAsync(administrator);
        await keeper.OpenAsync("/espace/reglages");
        await keeper.Page.Locator("#noticeFr").FillAsync("Le site s’arrête dimanche de 8 h à 10 h.");
        await keeper.Page.Locator("#noticeEn").FillAsync("The site stops on Sunday from 8 to 10 am.");
        await keeper.Button("site.settings.submit").ClickAsync();
        await Expect(keeper.Page.Locator("[role=status]")).ToContainTextAsync(keeper["site.settings.saved"]);
        await Accessible.CheckAsync(keeper.Page);
        await keeper.LeaveAsync();

        await using var visitor = await site.VisitAsync(office.Address, language, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await visitor.OpenAsync("/");

        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = visitor["site.notice"] })).ToContainTextAsync(language == "fr" ? "dimanche" : "Sunday");
        await Accessible.CheckAsync(visitor.Page);
    }
}
