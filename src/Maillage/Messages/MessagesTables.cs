using Maillage.Data;
using Maillage.Messages.Notifications;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Messages;

/// <summary>The tables of the module.</summary>
public static class MessagesTables
{
    extension(MaillageDb db)
    {
        public DbSet<OutgoingMessage> OutgoingMessages => db.Set<OutgoingMessage>();

        public DbSet<NotificationPreference> NotificationPreferences => db.Set<NotificationPreference>();

        public DbSet<PendingNotification> PendingNotifications => db.Set<PendingNotification>();
    }
}

internal sealed class MessageTables :
    IEntityTypeConfiguration<OutgoingMessage>,
    IEntityTypeConfiguration<NotificationPreference>,
    IEntityTypeConfiguration<PendingNotification>
{
    private const int KindMaxLength = 100;

    public void Configure(EntityTypeBuilder<OutgoingMessage> message)
    {
        message.ToTable("outgoing_messages").IsItsOwnTrace();
        message.HasKey(row => row.OutgoingMessageId);
        message.Property(row => row.Kind).HasMaxLength(KindMaxLength);
        message.Property(row => row.Recipient).HasMaxLength(EmailAddress.MaxLength);
        message.Property(row => row.Language).HasMaxLength(2);
        message.Property(row => row.Content).IsSecret();
        // Between the moment when a person reads it and the one when they withdraw it, a node may have taken it.
        message.Property(row => row.State).IsConcurrencyToken();
        message.Property(row => row.Reply).HasMaxLength(OutgoingMessage.ReplyMaxLength);
        // The node that delivers, and the page that follows what it does.
        message.HasIndex(row => new { row.State, row.NextAttemptAt });
        message.HasIndex(row => row.CreatedAt);
        message.HasIndex(row => row.AccountId);
    }

    public void Configure(EntityTypeBuilder<NotificationPreference> preference)
    {
        preference.ToTable("notification_preferences");
        preference.HasKey(row => new { row.AccountId, row.Topic });
    }

    public void Configure(EntityTypeBuilder<PendingNotification> pending)
    {
        pending.ToTable("pending_notifications").IsItsOwnTrace();
        pending.HasKey(row => row.PendingNotificationId);
        pending.Property(row => row.Recipient).HasMaxLength(EmailAddress.MaxLength);
        pending.Property(row => row.Language).HasMaxLength(2);
        pending.Property(row => row.Content).IsSecret();
        pending.HasIndex(row => new { row.AccountId, row.CreatedAt });
    }
}
