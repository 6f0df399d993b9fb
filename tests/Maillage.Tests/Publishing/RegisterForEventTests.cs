using Maillage.Access.PersonalData;
using Maillage.Access.Rights;
using Maillage.Messages;
using Maillage.Network.Campuses;
using Maillage.Publishing.Agenda;
using Maillage.Shared;
using Maillage.TestKit;
using Maillage.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Publishing;

/// <summary>Places of an event: none given twice, a waiting list in order, whatever the number who ask at the same instant.</summary>
public sealed class RegisterForEventTests : AccessData
{
    private Campus _campus = null!;
    private AgendaEvent _event = null!;

    protected override async Task ArrangeAsync()
    {
        _campus = A.Campus();
        var start = Clock.UtcNow().AddDays(10);
        _event = new AgendaEvent
        {
            CampusId = _campus.CampusId, Slug = "portes", Title = new LocalizedText("Portes ouvertes"), State = EventState.Published, StartsAt = start, EndsAt = start.AddHours(3), Places = 50, UpdatedAt = Clock.UtcNow(),
        };
        await SaveAsync(TestData.Territories());
        await SaveAsync(_campus, _event);
    }

    [Fact]
    public async Task TwoHundred_AtOnceForFiftyPlaces_FillThemAndWaitInOrder()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => RegisterAsync($"p{number}@example.org"), Ct)));

        await using var db = NewContext();
        var all = await db.EventRegistrations.OrderBy(row => row.Number).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(1, 200), all.Select(row => row.Number));
        Assert.Equal(Enumerable.Repeat(RegistrationState.Registered, 50).Concat(Enumerable.Repeat(RegistrationState.Waiting, 150)), all.Select(row => row.State));
        Assert.Equal(50, (await db.AgendaEvents.SingleAsync(Ct)).Taken);
        Assert.Equal(200, await db.OutgoingMessages.CountAsync(Ct));
    }

    [Fact]
    public async Task Withdrawals_AtOnce_GivePlacesToThoseWhoWaitInTheirOrder()
    {
        for (var number = 0; number < 60; number++)
        {
            await RegisterAsync($"p{number}@example.org");
        }

        var tokens = await TokensAsync();
        await Task.WhenAll(tokens.Take(4).Select(token => Task.Run(() => WithdrawAsync(token), Ct)));

        await using var db = NewContext();
        var all = await db.EventRegistrations.OrderBy(row => row.Number).ToListAsync(Ct);
        Assert.Equal(4, all.Count(row => row.State == RegistrationState.Withdrawn));
        Assert.All(all.Skip(50).Take(4), row => Assert.Equal(RegistrationState.Registered, row.State));
        Assert.All(all.Skip(54), row => Assert.Equal(RegistrationState.Waiting, row.State));
        Assert.Equal(50, (await db.AgendaEvents.SingleAsync(Ct)).Taken);
        Assert.Equal(4, await db.OutgoingMessages.CountAsync(row => row.Kind == "publishing.message.promoted", Ct));
    }

    [Fact]
    public async Task Address_ThatRegistersTwice_HoldsOnePlace()
    {
        await RegisterAsync("a@example.org");
        await RegisterAsync(" A@Example.org ");

        await using var db = NewContext();
        Assert.Equal(1, await db.EventRegistrations.CountAsync(Ct));
        Assert.Equal(1, (await db.AgendaEvents.SingleAsync(Ct)).Taken);
        Assert.Equal(2, await db.OutgoingMessages.CountAsync(Ct));
    }

    [Fact]
    public async Task People_WhoAreMoreThanWhatIsLeft_WaitAndNobodyPassesThem()
    {
        for (var number = 0; number < 12; number++)
        {
            await RegisterAsync($"p{number}@example.org", 4);
        }

        Assert.Equal(RegistrationState.Waiting, (await RegisterAsync("cinq@example.org", 5)).Value);
        Assert.Equal(RegistrationState.Waiting, (await RegisterAsync("un@example.org")).Value);
        await WithdrawAsync((await TokensAsync())[0]);

        await using var db = NewContext();
        Assert.Equal(RegistrationState.Registered, (await db.EventRegistrations.SingleAsync(row => row.Email == "cinq@example.org", Ct)).State);
        Assert.Equal(RegistrationState.Registered, (await db.EventRegistrations.SingleAsync(row => row.Email == "un@example.org", Ct)).State);
        Assert.Equal(50, (await db.AgendaEvents.SingleAsync(Ct)).Taken);
    }

    [Theory]
    [InlineData("", "a@example.org", 1, "publishing.registration.name_missing")]
    [InlineData("Ada", "pas une adresse", 1, "publishing.registration.email_wrong")]
    [InlineData("Ada", "a@example.org", 0, "publishing.registration.people_wrong")]
    [InlineData("Ada", "a@example.org", 6, "publishing.registration.people_wrong")]
    public async Task Form_Wrong_IsRefused(string name, string email, int people, string code)
    {
        var result = await WithAsync<RegisterForEvent, Result<RegistrationState>>(register => register.ExecuteAsync(Actor.Visitor(), _event.AgendaEventId, new RegisterForEvent.Input(name, email, people, "fr"), Ct));

        Assert.Equal(code, result.Problem!.Code);
    }

    [Fact]
    public async Task Event_ThatHasBegun_TakesNobody()
    {
        Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal("publishing.registration.over", (await RegisterAsync("a@example.org")).Problem!.Code);
    }

    [Fact]
    public async Task Registrations_OfAnEventLongOver_AreErased()
    {
        await RegisterAsync("a@example.org");
        Clock.Advance(TimeSpan.FromDays(10 + RetentionRule.Of(DataKind.EventRegistrations).Days - 1));
        Assert.Equal(0, await WithAsync<EraseExpired, int>(async erase => (await erase.PreviewAsync(Ct))[DataKind.EventRegistrations]));
        Clock.Advance(TimeSpan.FromDays(2));

        var counts = await WithAsync<EraseExpired, IReadOnlyDictionary<DataKind, int>>(erase => erase.ExecuteAsync(Actor.Product.Author, Ct));

        Assert.Equal(1, counts[DataKind.EventRegistrations]);
        await using var db = NewContext();
        Assert.False(await db.EventRegistrations.AnyAsync(Ct));
    }

    private Task<Result<RegistrationState>> RegisterAsync(string email, int people = 1) =>
        WithAsync<RegisterForEvent, Result<RegistrationState>>(register => register.ExecuteAsync(Actor.Visitor(), _event.AgendaEventId, new RegisterForEvent.Input("Ada", email, people, "fr"), Ct));

    private Task<bool> WithdrawAsync(string token) => WithAsync<RegisterForEvent, bool>(async register =>
    {
        await register.WithdrawAsync(Actor.Visitor(), token, Ct);
        return true;
    });

    /// <summary>The secrets of the links, in the order of arrival, as the messages hold them.</summary>
    private async Task<List<string>> TokensAsync()
    {
        await using var db = NewContext();
        var registrations = await db.EventRegistrations.OrderBy(row => row.Number).ToListAsync(Ct);
        return await WithAsync<ISecretKeeper, List<string>>(secrets => Task.FromResult(registrations.ConvertAll(row => secrets.Unprotect("Maillage.Publishing.EventRegistration", row.SealedToken)!)));
    }
}
