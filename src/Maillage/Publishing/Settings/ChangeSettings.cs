using System.Globalization;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Settings;

/// <summary>Changes what is said of the site. The second of two people who change it at once is told, and loses nothing typed.</summary>
public sealed class ChangeSettings(MaillageDb db, TimeProvider clock)
{
    /// <param name="Publisher">Who publishes the site; empty for what the environment says, as the next two.</param>
    /// <param name="Host">Who hosts it.</param>
    /// <param name="Contact">E-mail address, or <c>https://</c> page.</param>
    /// <param name="NoticeFr">The notice in French; empty for none.</param>
    /// <param name="NoticeEn">The same in English; English pages show the French one when it is empty.</param>
    /// <param name="NoticeEndsOn">Its last day, <c>yyyy-MM-dd</c>.</param>
    /// <param name="Version">The version that was read, as <see cref="ReadAsync"/> gave it.</param>
    public sealed record Input(string? Publisher, string? Host, string? Contact, string? NoticeFr, string? NoticeEn, string? NoticeEndsOn, int Version);

    /// <summary>What is set, and its version.</summary>
    /// <exception cref="NotFound">The actor may not change it.</exception>
    public async Task<(SiteSettings Settings, int Version)> ReadAsync(Actor actor, CancellationToken ct)
    {
        var settings = await FindAsync(actor, ct);
        return (settings, VersionOf(settings));
    }

    /// <exception cref="NotFound">The actor may not change it.</exception>
    public async Task<Result> ExecuteAsync(Actor actor, Input input, CancellationToken ct)
    {
        var settings = await FindAsync(actor, ct);
        var (publisher, host, contact) = (TypedText.OneLine(input.Publisher), TypedText.OneLine(input.Host), TypedText.OneLine(input.Contact));
        var (french, english) = (TypedText.OneLine(input.NoticeFr), TypedText.OneLine(input.NoticeEn));
        foreach (var (text, most, field) in new[]
        {
            (publisher, SiteSettings.ValueMaxLength, "publisher"), (host, SiteSettings.ValueMaxLength, "host"), (contact, SiteSettings.ValueMaxLength, "contact"),
            (french, SiteSettings.NoticeMaxLength, "noticeFr"), (english, SiteSettings.NoticeMaxLength, "noticeEn"),
        })
        {
            if (text.Length > most)
            {
                return PublishingProblems.TextTooLong(most, text.Length) with { Field = field };
            }
        }

        if (contact.Length > 0 && !EmailAddress.TryParse(contact, out _) && !(Uri.TryCreate(contact, UriKind.Absolute, out var page) && page.Scheme == "https" && page.UserInfo.Length == 0))
        {
            return PublishingProblems.ContactWrong(contact);
        }

        if (french.Length == 0 && english.Length > 0)
        {
            return PublishingProblems.NoticeInEnglishAlone;
        }

        var said = TypedText.OneLine(input.NoticeEndsOn);
        DateOnly? lastDay = null;
        if (said.Length > 0)
        {
            if (!DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return PublishingProblems.NoticeDayWrong(said);
            }

            lastDay = day;
        }

        if (input.Version != VersionOf(settings))
        {
            return PublishingProblems.SettingsChangedMeanwhile;
        }

        (settings.Publisher, settings.Host, settings.Contact) = (publisher.OrNone(), host.OrNone(), contact.OrNone());
        (settings.Notice, settings.NoticeEndsOn) = french.Length == 0 ? (null, null) : (new LocalizedText(french, english.OrNone()), lastDay);
        try
        {
            await db.SaveChangesAsync(actor.Doing(PublishingActs.SettingsChanged), clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateException)
        {
            // Someone else has saved since it was read: another version of the row, or the row itself, which did not exist.
            db.ChangeTracker.Clear();
            if ((await ReadAsync(actor, ct)).Version == input.Version)
            {
                throw;
            }

            return PublishingProblems.SettingsChangedMeanwhile;
        }
    }

    private async Task<SiteSettings> FindAsync(Actor actor, CancellationToken ct)
    {
        if (!actor.Can(Permission.ChangeSettings, Perimeter.National))
        {
            throw new NotFound("The settings");
        }

        // What a refused save has left here must not be taken for what is there.
        db.ChangeTracker.Clear();
        var settings = await db.SiteSettings.SingleOrDefaultAsync(ct);
        return settings ?? db.Add(new SiteSettings()).Entity;
    }

    private int VersionOf(SiteSettings settings) => db.Entry(settings).Property<int>(TableConventions.Version).CurrentValue;
}
