using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Maillage.Access.Rights;
using Maillage.Data.Audit;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Publishing;
using Maillage.Publishing.Documents;
using Maillage.Shared;
using Maillage.TestKit;
using Maillage.Web.Hosting;
using Maillage.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Publishing;

/// <summary>Documents of a campus: who shares them, who reads them, and what of a file never passes.</summary>
public sealed class DocumentPagesTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private WebApp _app = null!;
    private Campus _campus = null!;
    private Campus _neighbour = null!;
    private Organisation _member = null!;
    private Organisation _former = null!;
    private Organisation _nearby = null!;
    private HttpClient _director = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Page => $"/espace/campus/{_campus.CampusId}/documents";

    public async ValueTask InitializeAsync()
    {
        (_campus, _neighbour) = (_a.Campus(x => x.Named("Nautisme").In("52")), _a.Campus(x => x.Named("Bois").In("53")));
        (_member, _former) = (_a.Organisation(x => x.Named("Lycée Livet")), _a.Organisation(x => x.Named("Ancien membre")));
        // A school of the sector on the territory, that no text names as a member.
        _nearby = _a.Organisation(x => x.Named("Lycée des environs"));
        var near = TestData.Membership(_campus, _nearby);
        near.Basis = MembershipBasis.Curated;
        var over = TestData.Membership(_campus, _former);
        over.Until = PartialDate.Day(TestData.Today.AddDays(-1));
        _app = await WebApp.WithAsync([.. TestData.Territories(), _campus, _neighbour, _member, _former, _nearby, near, TestData.Membership(_campus, _member), over]);
        _director = await _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_campus.CampusId));
    }

    public async ValueTask DisposeAsync()
    {
        _director.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Document_SharedWithEveryone_IsOnThePageOfTheCampusAtOnce()
    {
        using var visitor = _app.NewClient();
        Assert.Null((await visitor.PageAsync($"/campus/{_campus.Slug}")).QuerySelector("#documents"));

        using var shared = await ShareAsync(_director, "charte.pdf", FileSamples.Pdf, "Charte des partenaires", DocumentAudience.Everyone);

        Assert.Equal(HttpStatusCode.Redirect, shared.StatusCode);
        var link = (await visitor.PageAsync($"/campus/{_campus.Slug}")).QuerySelector("#documents a")!;
        Assert.Equal("Charte des partenaires", link.TextContent);
        using var file = await visitor.GetAsync(link.GetAttribute("href")!, Ct);
        Assert.Equal(FileSamples.Pdf, await file.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task File_Sent_IsSavedRatherThanShownAndRunsNothing()
    {
        var id = await SharedAsync("fac\u202Efdp.html", FileSamples.Pdf, DocumentAudience.Everyone);
        using var visitor = _app.NewClient();

        using var file = await visitor.GetAsync($"/documents/{id}", Ct);

        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("fac fdp.pdf", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(["default-src 'none'; sandbox"], file.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], file.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.True(file.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(DocumentAudience.Team, "director rectorate council team")]
    [InlineData(DocumentAudience.Members, "director rectorate council team head staff contact")]
    [InlineData(DocumentAudience.Everyone, "director rectorate council team head staff contact learner former nearby neighbour visitor")]
    public async Task Document_OfAnAudience_IsThereForItAlone(DocumentAudience audience, string readers)
    {
        var id = await SharedAsync("a.pdf", FileSamples.Pdf, audience);
        var people = new Dictionary<string, Func<Task<HttpClient>>>(StringComparer.Ordinal)
        {
            ["director"] = () => _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_campus.CampusId)),
            ["rectorate"] = () => _app.AsAsync(_a, Role.Rectorate, Scope.AcademicRegion("52")),
            ["council"] = () => _app.AsAsync(_a, Role.RegionalCouncil, Scope.RegionalCouncil("52")),
            ["team"] = () => _app.AsAsync(_a, Role.CampusTeam, Scope.Campus(_campus.CampusId)),
            ["head"] = () => _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_member.OrganisationId)),
            ["staff"] = () => _app.AsAsync(_a, Role.OrganisationStaff, Scope.Organisation(_member.OrganisationId)),
            ["contact"] = () => _app.AsAsync(_a, Role.CompanyContact, Scope.Organisation(_member.OrganisationId)),
            ["learner"] = () => _app.AsAsync(_a, Role.Learner, Scope.Organisation(_member.OrganisationId)),
            ["former"] = () => _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_former.OrganisationId)),
            ["nearby"] = () => _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_nearby.OrganisationId)),
            ["neighbour"] = () => _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_neighbour.CampusId)),
            ["visitor"] = () => Task.FromResult(_app.NewClient()),
        };

        var opened = new List<string>();
        foreach (var (name, come) in people)
        {
            using var browser = await come();
            using var file = await browser.GetAsync($"/documents/{id}", Ct);
            Assert.True(file.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{name}: {file.StatusCode}");
            if (file.StatusCode == HttpStatusCode.OK)
            {
                opened.Add(name);
            }
        }

        Assert.Equal(readers, string.Join(' ', opened));
    }

    [Fact]
    public async Task Member_OfTheCampus_ReadsTheListAndChangesNothing()
    {
        await SharedAsync("a.pdf", FileSamples.Pdf, DocumentAudience.Members, "Pour les membres");
        var secret = await SharedAsync("b.pdf", FileSamples.Pdf, DocumentAudience.Team, "Pour l’équipe");
        using var head = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_member.OrganisationId));

        var page = await head.PageAsync(Page);
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var shared = await ShareAsync(head, "c.pdf", FileSamples.Pdf, "Du lycée", DocumentAudience.Everyone, token);
        using var changed = await PostAsync(head, $"{Page}?handler=Change", token, ("documentId", secret.ToString()), ("title", "Autre"), ("audience", "everyone"));
        using var withdrawn = await PostAsync(head, $"{Page}?handler=Withdraw", token, ("documentId", secret.ToString()));

        Assert.Contains("Pour les membres", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Pour l’équipe", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[type=file]"));
        Assert.All([shared, changed, withdrawn], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        await using var db = _app.NewContext();
        Assert.Equal(2, await db.SharedDocuments.CountAsync(Ct));
    }

    [Fact]
    public async Task Document_Changed_IsTakenFromThePublicPageAtOnce()
    {
        var id = await SharedAsync("a.pdf", FileSamples.Pdf, DocumentAudience.Everyone);
        using var visitor = _app.NewClient();
        Assert.NotNull((await visitor.PageAsync($"/campus/{_campus.Slug}")).QuerySelector("#documents"));

        using var changed = await _director.SendAsync(Page, "[name=documentId]", ("title", "Note interne"), ("audience", "team"));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Null((await visitor.PageAsync($"/campus/{_campus.Slug}")).QuerySelector("#documents"));
        using var file = await visitor.GetAsync($"/documents/{id}", Ct);
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        Assert.Contains("Note interne", (await _director.PageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_ChangedToNoTitle_KeepsWhatWasTypedBesideIt()
    {
        await SharedAsync("a.pdf", FileSamples.Pdf, DocumentAudience.Team, "Charte");

        using var refused = await _director.SendAsync(Page, "[name=documentId]", ("title", "  "), ("audience", "members"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var details = (await refused.ReadPageAsync()).QuerySelector("details[open]")!;
        Assert.NotNull(details.QuerySelector(".fr-error-text"));
        Assert.Equal("members", details.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Document_Withdrawn_LeavesNothingOfTheFile()
    {
        var id = await SharedAsync("a.pdf", FileSamples.Pdf, DocumentAudience.Everyone);

        var token = (await _director.PageAsync(Page)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var gone = await PostAsync(_director, $"{Page}?handler=Withdraw", token, ("documentId", id.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        await using var db = _app.NewContext();
        Assert.False(await db.SharedDocuments.AnyAsync(Ct) || await db.StoredFiles.AnyAsync(Ct) || await db.StoredContents.AnyAsync(Ct));
        var acts = await db.AuditEntries.Where(row => row.Subject == "shared_documents" || row.Subject == "stored_files").OrderBy(row => row.At).Select(row => row.ActCode).Distinct().ToListAsync(Ct);
        Assert.Contains(PublishingActs.DocumentShared, acts);
        Assert.Contains(PublishingActs.DocumentWithdrawn, acts);
        Assert.DoesNotContain(await db.AuditEntries.ToListAsync(Ct), row => row.Subject == "file_contents");
    }

    [Theory]
    [InlineData("page.html", "<html><script>alert(1)</script></html>")]
    [InlineData("dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("programme.pdf", "MZ\u0090")]
    [InlineData("vide.pdf", "")]
    public async Task File_ThatIsNotTaken_IsRefusedInASentenceThatNamesIt(string name, string content)
    {
        using var refused = await ShareAsync(_director, name, Encoding.Latin1.GetBytes(content), "Titre gardé", DocumentAudience.Members);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadPageAsync();
        Assert.Contains(name, page.QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Titre gardé", page.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal("members", page.QuerySelector("#audience option[selected]")!.GetAttribute("value"));
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task File_TooLarge_IsRefusedInASentence()
    {
        using var large = await ShareAsync(_director, "film.pdf", new byte[CheckFile.MaxBytes + 1], "Titre", DocumentAudience.Team);
        Assert.Equal(HttpStatusCode.BadRequest, large.StatusCode);
        Assert.Contains("film.pdf", (await large.ReadPageAsync()).QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);

        using var huge = await ShareAsync(_director, "film.pdf", new byte[UploadedFile.MaxRequestBytes + 1], "Titre", DocumentAudience.Team);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        Assert.Equal("Cette demande est trop longue", (await huge.ReadPageAsync()).QuerySelector("h1")!.TextContent);

        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task Form_WithoutAFileOrATitle_SaysSo()
    {
        using var fileless = await ShareAsync(_director, null, null, "Titre", DocumentAudience.Team);
        using var nameless = await ShareAsync(_director, "a.pdf", FileSamples.Pdf, " ", DocumentAudience.Team);
        using var endless = await ShareAsync(_director, "a.pdf", FileSamples.Pdf, new string('a', SharedDocument.TitleMaxLength + 1), DocumentAudience.Team);
        using var aimless = await ShareAsync(_director, "a.pdf", FileSamples.Pdf, "Titre", null);

        Assert.NotNull((await fileless.ReadPageAsync()).QuerySelector("#file-error"));
        Assert.NotNull((await nameless.ReadPageAsync()).QuerySelector("#title-error"));
        Assert.NotNull((await endless.ReadPageAsync()).QuerySelector("#title-error"));
        Assert.NotNull((await aimless.ReadPageAsync()).QuerySelector("#audience-error"));
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task Campuses_OfAPerson_AreThoseOfTheirRoles()
    {
        using var head = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_member.OrganisationId));
        using var former = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_former.OrganisationId));
        using var rectorate = await _app.AsAsync(_a, Role.Rectorate, Scope.AcademicRegion("53"));

        Assert.Equal(["Nautisme"], await NamesAsync(_director));
        Assert.Equal(["Nautisme"], await NamesAsync(head));
        Assert.Empty(await NamesAsync(former));
        Assert.Equal(["Bois"], await NamesAsync(rectorate));
    }

    [Fact]
    public async Task Document_Shared_LeavesATraceThatItsCampusFindsAndAnotherDoesNot()
    {
        await SharedAsync("plan.pdf", FileSamples.Pdf, DocumentAudience.Team, "Plan du chantier");
        using var neighbour = await _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_neighbour.CampusId));

        Assert.Contains("Plan du chantier", (await _director.PageAsync("/espace/traces")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Plan du chantier", (await neighbour.PageAsync("/espace/traces")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workspace_OfACampus_LeadsItsTeamToItsPagesAndOthersNowhere()
    {
        using var former = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_former.OrganisationId));
        var home = $"/espace/campus/{_campus.CampusId}";

        var page = await _director.PageAsync(home);

        Assert.Contains(page.QuerySelectorAll(".campus-nav a"), link => link.GetAttribute("href") == Page);
        Assert.Equal(home, page.QuerySelector(".campus-nav [aria-current=page]")!.GetAttribute("href"));
        using var refused = await former.GetAsync(home, Ct);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static async Task<IEnumerable<string>> NamesAsync(HttpClient browser) =>
        (await browser.PageAsync("/espace/campus")).QuerySelectorAll("main .plain-list a[href*=espace]").Select(name => name.TextContent);

    private async Task NothingIsStoredAsync()
    {
        await using var db = _app.NewContext();
        Assert.False(await db.SharedDocuments.AnyAsync(Ct) || await db.StoredFiles.AnyAsync(Ct) || await db.StoredContents.AnyAsync(Ct));
    }

    private async Task<Guid> SharedAsync(string fileName, byte[] content, DocumentAudience audience, string title = "Document")
    {
        using var shared = await ShareAsync(_director, fileName, content, title, audience);
        Assert.Equal(HttpStatusCode.Redirect, shared.StatusCode);
        await using var db = _app.NewContext();
        return await db.SharedDocuments.OrderByDescending(row => row.SharedDocumentId).Select(row => row.SharedDocumentId).FirstAsync(Ct);
    }

    private async Task<HttpResponseMessage> ShareAsync(HttpClient browser, string? fileName, byte[]? content, string title, DocumentAudience? audience, string? token = null)
    {
        token ??= (await browser.PageAsync(Page)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(title), "title" },
            { new StringContent(audience is { } chosen ? chosen.ToCode() : "nobody"), "audience" },
        };
        if (content is not null)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            form.Add(file, "file", fileName!);
        }

        return await browser.PostAsync(Page, form, Ct);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, string token, params (string Name, string Value)[] fields) =>
        browser.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("__RequestVerificationToken", token))), Ct);
}
