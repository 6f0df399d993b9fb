using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Publishing.Agenda;

public enum EventKind
{
    /// <summary>A school shows itself (journée portes ouvertes).</summary>
    OpenDay,

    Forum,

    /// <summary>To a company, a laboratory, a workshop.</summary>
    Visit,

    Conference,

    /// <summary>A contest or challenge between learners.</summary>
    Challenge,

    OtherEvent,
}

public enum EventState
{
    /// <summary>For the team alone.</summary>
    Draft,

    Published,

    /// <summary>It will not take place; it stays readable as such.</summary>
    Cancelled,
}

/// <summary>Something of the agenda of a campus, to which everyone is invited.</summary>
public sealed class AgendaEvent
{
    public const int TitleMaxLength = 150;
    public const int DescriptionMaxLength = 5_000;
    public const int PlaceMaxLength = 200;
    public const int AudienceMaxLength = 150;
    public const int MostPlaces = 20_000;

    public Guid AgendaEventId { get; init; } = Guid.CreateVersion7();

    public required Guid CampusId { get; init; }

    /// <summary>Its part of the address.</summary>
    public required string Slug { get; init; }

    public EventState State { get; set; }

    public EventKind Kind { get; set; }

    public required LocalizedText Title { get; set; }

    /// <summary>Markdown.</summary>
    public LocalizedText? Description { get; set; }

    /// <summary>Address, or where to connect.</summary>
    public string? Place { get; set; }

    /// <summary>Whom it is for, in words.</summary>
    public string? Audience { get; set; }

    /// <summary>UTC instant; the beginning of its first day in Paris when it lasts whole days.</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>UTC instant at which it is over; the end of its last day in Paris when it lasts whole days.</summary>
    public DateTime EndsAt { get; set; }

    public bool IsAllDay { get; set; }

    /// <summary>How many people may come by registering; null when nobody needs to.</summary>
    public int? Places { get; set; }

    /// <summary>Places that registrations hold.</summary>
    public int Taken { get; set; }

    /// <summary>Number of the last registration: their order.</summary>
    public int LastNumber { get; set; }

    /// <summary>UTC instant after which nobody registers any more; its beginning when nothing is said.</summary>
    public DateTime? RegisterUntil { get; set; }

    /// <summary>How many times it was changed, as calendars count; a form is of the number that it was read with.</summary>
    public int Sequence { get; set; }

    /// <summary>UTC instant of the last change.</summary>
    public DateTime UpdatedAt { get; set; }

    public DateOnly FirstDay => ParisClock.DayOf(StartsAt);

    public DateOnly LastDay => ParisClock.DayOf(EndsAt.AddSeconds(-1));

    public bool TakesRegistrationsAt(DateTime now) => State == EventState.Published && Places is not null && now < (RegisterUntil ?? StartsAt);
}

public enum RegistrationState
{
    /// <summary>Holds its places.</summary>
    Registered,

    /// <summary>On the waiting list, in the order of numbers.</summary>
    Waiting,

    Withdrawn,
}

/// <summary>The registration of a visitor for an event: no account, a name and an address to which the link that withdraws it is sent.</summary>
public sealed class EventRegistration
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 254;

    /// <summary>People of one registration.</summary>
    public const int MostPeople = 5;

    public Guid EventRegistrationId { get; init; } = Guid.CreateVersion7();

    public required Guid AgendaEventId { get; init; }

    public required Guid CampusId { get; init; }

    /// <summary>Rank of its arrival, from 1.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required int People { get; init; }

    /// <summary>Language of the messages, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required RegistrationState State { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Digest of the secret of its link.</summary>
    public required string TokenDigest { get; init; }

    /// <summary>The secret itself, sealed, for the messages that follow.</summary>
    public required string SealedToken { get; init; }
}

public static class AgendaTables
{
    extension(MaillageDb db)
    {
        public DbSet<AgendaEvent> AgendaEvents => db.Set<AgendaEvent>();

        public DbSet<EventRegistration> EventRegistrations => db.Set<EventRegistration>();
    }
}

internal sealed class AgendaTable : IEntityTypeConfiguration<AgendaEvent>, IEntityTypeConfiguration<EventRegistration>
{
    public void Configure(EntityTypeBuilder<AgendaEvent> agendaEvent)
    {
        agendaEvent.ToTable("agenda_events").IsPublished().HasVersion().LiesWithin(row => row.CampusId);
        agendaEvent.HasKey(row => row.AgendaEventId);
        agendaEvent.Property(row => row.AgendaEventId).ValueGeneratedNever();
        agendaEvent.Property(row => row.Slug).HasMaxLength(Slug.MaxLength);
        agendaEvent.HasText(row => row.Title, AgendaEvent.TitleMaxLength);
        agendaEvent.HasText(row => row.Description, AgendaEvent.DescriptionMaxLength);
        agendaEvent.Property(row => row.Place).HasMaxLength(AgendaEvent.PlaceMaxLength);
        agendaEvent.Property(row => row.Audience).HasMaxLength(AgendaEvent.AudienceMaxLength);
        agendaEvent.HasIndex(row => new { row.CampusId, row.Slug }).IsUnique();
        agendaEvent.HasIndex(row => new { row.CampusId, row.EndsAt });
        agendaEvent.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EventRegistration> registration)
    {
        // The trace of the audit would keep the name longer than the registration.
        registration.ToTable("event_registrations").IsItsOwnTrace();
        registration.HasKey(row => row.EventRegistrationId);
        registration.Property(row => row.EventRegistrationId).ValueGeneratedNever();
        registration.Property(row => row.Name).HasMaxLength(EventRegistration.NameMaxLength);
        registration.Property(row => row.Email).HasMaxLength(EventRegistration.EmailMaxLength);
        registration.Property(row => row.Language).HasMaxLength(2);
        registration.Property(row => row.TokenDigest).HasMaxLength(64);
        registration.Property(row => row.SealedToken).HasMaxLength(500);
        registration.HasIndex(row => new { row.AgendaEventId, row.Number }).IsUnique();
        registration.HasIndex(row => row.TokenDigest).IsUnique();
        registration.HasOne<AgendaEvent>().WithMany().HasForeignKey(row => row.AgendaEventId).OnDelete(DeleteBehavior.Cascade);
    }
}
