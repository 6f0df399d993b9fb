using Maillage.Steering.Actions;
using Maillage.Steering.Attachments;
using Maillage.Steering.Bodies;
using Maillage.Steering.Deadlines;
using Maillage.Steering.Funding;
using Maillage.Steering.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Steering;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class SteeringModule
{
    public static IServiceCollection AddSteering(this IServiceCollection services) => services
        .AddScoped<AttachFile>()
        .AddScoped<ActionPlan>()
        .AddScoped<PublicActions>()
        .AddScoped<OpenAction>()
        .AddScoped<PossibleLeads>()
        .AddScoped<PlanAnAction>()
        .AddScoped<FollowAction>()
        .AddScoped<ReadBodies>()
        .AddScoped<EditBody>()
        .AddScoped<HoldMeeting>()
        .AddScoped<FollowDecision>()
        .AddScoped<DecisionsToFollow>()
        .AddScoped<RemindOfDeadlines>()
        .AddScoped<ReadFunding>()
        .AddScoped<KeepAccounts>()
        .AddScoped<CampusDeadlines>();
}
