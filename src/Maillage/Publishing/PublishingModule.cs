using Maillage.Access.PersonalData;
using Maillage.Publishing.Agenda;
using Maillage.Publishing.Articles;
using Maillage.Publishing.Documents;
using Maillage.Publishing.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Publishing;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class PublishingModule
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddScoped<ReportFact>()
        .AddScoped<AnswerReport>()
        .AddSingleton<CurrentSettings>()
        .AddScoped<ChangeSettings>()
        .AddScoped<ReadAgenda>()
        .AddScoped<WriteEvent>()
        .AddScoped<EventSeats>()
        .AddScoped<RegisterForEvent>()
        .AddScoped<IExpiredData, ExpiredRegistrations>()
        .AddScoped<ReadArticles>()
        .AddScoped<WriteArticle>()
        .AddScoped<ReadDocuments>()
        .AddScoped<ShareDocument>();
}
