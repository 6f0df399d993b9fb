using Maillage.Access;
using Maillage.Access.Rights;
using Maillage.Messages;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys.Access;

/// <summary>A company contact corrects its page by a link; a person takes their data away and is erased.</summary>
public sealed class ActByLinkTests(Site site, Office office) : IClassFixture<Office>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Contact_OfACompany_CorrectsItsPageByALinkAlone(string language)
    {
        var team = await office.PersonAsync($"equipe.{language}@example.org", language, Role.CampusTeam);
        await using var sender = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(sender, team);
        var email = $"contact.{language}@example.org";
        await sender.OpenAsync($"/espace/organisations/{office.Company.OrganisationId}");
        await sender.Field("network.edit.link_recipient").FillAsync(email);
        await sender.Button("network.edit.link_send").ClickAsync();
        await Expect(sender.Page.Locator("main")).ToContainTextAsync(sender["network.edit.link_sent"]);
        await sender.LeaveAsync();

        var mail = await office.MailForAsync(email);
        await using var contact = await site.VisitAsync(office.Address, language, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await contact.Page.GotoAsync(office.Here(mail.Link()));
        await Expect(contact.Page.Locator("main")).ToContainTextAsync(email);
        var telephone = language == "fr" ? "02 40 55 55 55" : "02 40 66 66 66";
        await contact.Field("network.edit.telephone").FillAsync(telephone);
        await contact.Button("network.edit.submit").ClickAsync();

        await Expect(contact.Page.Locator("main")).ToContainTextAsync(contact["network.edit.saved"]);
        await contact.LeaveAsync();
        await contact.OpenAsync($"/organisations/{office.Company.Slug}");
        await Expect(contact.Page.Locator("main")).ToContainTextAsync(telephone);
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Guardian_OfALearnerUnderFifteen_AgreesOnAPhone(string language)
    {
        var teacher = await office.PersonAsync($"prof.{language}@example.org", language, Role.OrganisationStaff, Scope.Organisation(office.Company.OrganisationId));
        await using var sender = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(sender, teacher);
        await sender.OpenAsync("/espace/personnes/inviter");
        await sender.Page.Locator("[name=email]").FillAsync($"lea.{language}@example.org");
        await sender.Page.Locator("[name=name]").FillAsync("Léa Martin");
        await sender.Page.Locator("[name=role]").SelectOptionAsync("learner");
        await sender.Page.Locator("[name=birthDate]").FillAsync($"{TimeProvider.System.GetUtcNow().AddYears(-14):yyyy-MM-dd}");
        await sender.Page.Locator("[name=guardianEmail]").FillAsync($"parent.{language}@example.org");
        await sender.Page.Locator("[name=language]").SelectOptionAsync(language);
        await Accessible.CheckAsync(sender.Page);
        await sender.Button("access.invite.submit").ClickAsync();
        await Expect(sender.Page.Locator("main")).ToContainTextAsync($"parent.{language}@example.org");
        await sender.LeaveAsync();

        var mail = await office.MailForAsync($"parent.{language}@example.org");
        await using var guardian = await site.VisitAsync(office.Address, language, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await guardian.Page.GotoAsync(office.Here(mail.Link()));
        await Accessible.CheckAsync(guardian.Page);
        await guardian.Button("access.guardian.agree").ClickAsync();

        await Expect(guardian.Page.Locator("main")).ToContainTextAsync(guardian["access.guardian.agreed"]);
        Assert.Equal(360, await guardian.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await guardian.LeaveAsync();
        Assert.Equal($"lea.{language}@example.org", (await office.MailForAsync($"lea.{language}@example.org")).To.ToString());
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Person_TakesTheirDataAwayThenIsErased(string language)
    {
        var account = await office.PersonAsync($"partante.{language}@example.org", language);
        await using var person = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(person, account);
        await person.OpenAsync("/espace/compte/donnees");
        await Accessible.CheckAsync(person.Page);

        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.Button("access.data.export_submit").ClickAsync());
        Assert.Contains(account.Email!, await new StreamReader(await download.CreateReadStreamAsync()).ReadToEndAsync(Ct), StringComparison.Ordinal);
        await person.Field("access.data.erase_confirm").FillAsync(account.Email!);
        await person.Button("access.data.erase_submit").ClickAsync();

        await Expect(person.Page.Locator("main")).ToContainTextAsync(person["access.data.erased"]);
        await person.LeaveAsync();
        await using var db = office.App.NewContext();
        Assert.DoesNotContain(await db.Accounts.Select(row => row.Email).ToListAsync(Ct), email => email == account.Email);
        Assert.Empty(await db.OutgoingMessages.Where(row => row.Recipient == account.Email).ToListAsync(Ct));
        Assert.DoesNotContain(await db.Set<Data.Audit.AuditEntry>().Select(row => row.Before + row.After).ToListAsync(Ct), text => text?.Contains(account.Email!, StringComparison.Ordinal) == true);
    }
}
