using Maillage.Messages.Delivery;
using Maillage.Messages.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Messages;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class MessagesModule
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddScoped<Outbox>()
        .AddScoped<MessageQueue>()
        .AddScoped<NotificationPreferences>()
        .AddScoped<SendDigests>();

    /// <summary>What sends, where there is a host that writes messages in words.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddScoped<Post>()
        .AddScoped<DeliverMessages>();
}
