using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Publishing.Agenda;
using Maillage.Publishing.Articles;
using Maillage.Publishing.Documents;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Steering.Bodies;
using System.Globalization;

namespace Maillage.Web.Verbs.Demo;

/// <summary>What the fictitious team of one campus writes, around a day.</summary>
internal sealed class CampusLife(IServiceProvider services, Actor director, CampusRecord campus, DateOnly today)
{
    private string Trade => campus.Sector.Name.Fr;

    private string TradeEn => campus.Sector.Name.In(Hosting.Language.English);

    public async Task PublishAsync(CancellationToken ct)
    {
        var write = Get<WriteArticle>();
        await IdAsync(write.AddAsync(director, campus.CampusId, ArticleKind.Presentation, new WriteArticle.Input
        {
            TitleFr = campus.Name,
            BodyFr = $"Le campus réunit ceux qui forment et ceux qui emploient dans le secteur **{Trade}** : lycées, CFA, universités, entreprises.\n\n## Ce que nous faisons\n\n- répondre aux besoins de formation des entreprises\n- montrer les métiers aux élèves et à leurs familles\n- partager plateaux techniques et projets",
            TitleEn = campus.Name,
            BodyEn = $"The campus brings together those who train and those who employ in the sector **{TradeEn}**: schools, apprenticeship centres, universities, companies.\n\n## What we do\n\n- answer the training needs of companies\n- show trades to pupils and their families\n- share technical platforms and projects",
            IsPublished = true,
        }, ct));
        await NewsAsync(write, -21, "Trois lycées ouvrent leurs plateaux techniques", "Three schools open their technical platforms", "Les élèves de troisième essaient les machines, encadrés par des apprentis.", "Pupils try the machines, guided by apprentices.", ct);
        await NewsAsync(write, -6, "Vingt entreprises signent la charte du campus", "Twenty companies sign the charter of the campus", "Elles s’engagent à accueillir des élèves en stage et à intervenir en classe.", "They undertake to host pupils on placements and to speak in classes.", ct);
        await NewsAsync(write, 7, "Semaine des métiers : le programme", "Trades week: the programme", "Visites, ateliers et rencontres, tous les jours de 9 h à 17 h.", "Visits, workshops and meetings, every day from 9 am to 5 pm.", ct);
        await IdAsync(write.AddAsync(director, campus.CampusId, ArticleKind.News, new WriteArticle.Input { TitleFr = "Bilan de l’année (à relire)", BodyFr = "Brouillon : chiffres à compléter." }, ct));
        await MustAsync(Get<ShareDocument>().ExecuteAsync(director, campus.CampusId, new ShareDocument.Input(
            "partenaires.csv", "rôle;nombre\nlycées;3\nCFA;1\nentreprises;20\n"u8.ToArray(), "Partenaires par famille (exemple)", DocumentAudience.Everyone), ct));
    }

    public async Task PlanAsync(IReadOnlyList<Guid> members, CancellationToken ct)
    {
        var axes = Get<EditAxes>();
        foreach (var (fr, en) in new[] { ("Attractivité des métiers", "Attractiveness of trades"), ("Formations et compétences", "Training and skills"), ("Ouverture internationale", "Opening to the world") })
        {
            await MustAsync(axes.AddAsync(director, campus.CampusId, new EditAxes.Input(fr, en, null), ct));
        }

        var ids = (await axes.ReadAsync(director, campus.CampusId, ct)).Select(edited => edited.Axis.WorkAxisId).TakeLast(3).ToList();
        Guid? lead = members.Count > 0 ? members[0] : null;
        await ActionAsync(ids[0], "Tournée des collèges", "Tour of lower secondary schools", -200, -30, PlanActionEvent.Finish, lead, ct);
        await ActionAsync(ids[0], "Forum des métiers", "Trades forum", -60, 40, PlanActionEvent.Begin, null, ct);
        await ActionAsync(ids[1], "Ouvrir une mention complémentaire", "Open a one-year specialisation", -120, -5, PlanActionEvent.Begin, lead, ct);
        await ActionAsync(ids[1], "Partager un plateau technique", "Share a technical platform", 10, 180, null, lead, ct);
        await ActionAsync(ids[2], "Dix apprentis en mobilité", "Ten apprentices abroad", 30, 240, null, null, ct);
    }

    public async Task InviteAsync(CancellationToken ct)
    {
        var write = Get<WriteEvent>();
        foreach (var (kind, titleFr, titleEn, day, places) in new[]
        {
            (EventKind.OpenDay, "Portes ouvertes des plateaux techniques", "Open day of the technical platforms", 16, "120"), (EventKind.Visit, "Visite d’atelier", "Workshop visit", 30, "12"), (EventKind.Forum, "Forum des métiers", "Trades forum", 40, ""),
        })
        {
            var added = await IdAsync(write.AddAsync(director, campus.CampusId, new WriteEvent.Input
            {
                Kind = kind, TitleFr = titleFr, TitleEn = titleEn, StartsAt = Day(day) + "T09:00", EndsAt = Day(day) + "T17:00", Place = "Nantes", Audience = "Collégiens, lycéens et leurs familles", Places = places,
            }, ct));
            await MustAsync(write.PublishAsync(director, campus.CampusId, added, ct));
        }
    }

    public async Task MeetAsync(CancellationToken ct)
    {
        var body = await IdAsync(Get<EditBody>().AddAsync(director, campus.CampusId, new EditBody.Input(BodyKind.SteeringCommittee, "Comité de pilotage", "Fixe les objectifs et suit le plan d’action.", IsForMembers: true), ct));
        await MustAsync(Get<EditBody>().SeatAsync(director, body, new EditBody.Seat("Claude Rectorat", "Rectorat", null, Day(-300), null), ct));
        await MustAsync(Get<EditBody>().SeatAsync(director, body, new EditBody.Seat("Maxime Région", "Conseil régional", null, Day(-300), null), ct));
        var held = await IdAsync(Get<HoldMeeting>().CallAsync(director, body, new HoldMeeting.Input(Day(-45) + "T14:00", "16:30", "Salle du conseil", "Bilan des actions\nOuvertures de formations\nQuestions diverses"), ct));
        await MustAsync(Get<FollowDecision>().AddAsync(director, held, new FollowDecision.Input("Demander l’ouverture de la mention complémentaire à la rentrée.", null, "Camille Dirige", Day(-10), null), ct));
        await MustAsync(Get<FollowDecision>().AddAsync(director, held, new FollowDecision.Input("Inviter deux entreprises de plus au prochain comité.", null, "Sacha Anime", Day(15), null), ct));
        await IdAsync(Get<HoldMeeting>().CallAsync(director, body, new HoldMeeting.Input(Day(21) + "T14:00", "16:30", "Salle du conseil", "Suivi des décisions\nSemaine des métiers"), ct));
    }

    private Task<Guid> NewsAsync(WriteArticle write, int day, string titleFr, string titleEn, string bodyFr, string bodyEn, CancellationToken ct) => IdAsync(write.AddAsync(
        director, campus.CampusId, ArticleKind.News,
        new WriteArticle.Input { TitleFr = titleFr, TitleEn = titleEn, BodyFr = bodyFr, BodyEn = bodyEn, IsPublished = true, PublishOn = Day(day) }, ct));

    private async Task ActionAsync(Guid axis, string title, string titleEn, int start, int end, PlanActionEvent? moved, Guid? lead, CancellationToken ct)
    {
        var action = await IdAsync(Get<PlanAnAction>().AddAsync(director, campus.CampusId, new PlanAnAction.Input(axis, title, titleEn, null, null, null, lead, Day(start), Day(end), IsPublic: true), ct));
        if (moved is { } what)
        {
            if (what == PlanActionEvent.Finish)
            {
                await MustAsync(Get<FollowAction>().MoveAsync(director, action, PlanActionEvent.Begin, null, ct));
            }

            await MustAsync(Get<FollowAction>().MoveAsync(director, action, what, null, ct));
        }
    }

    private string Day(int fromToday) => today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    private static async Task MustAsync(Task<Result> done)
    {
        var result = await done;
        Must(result.Failed ? result.Problem : null);
    }

    private static async Task<Guid> IdAsync(Task<Result<Guid>> done)
    {
        var result = await done;
        Must(result.Failed ? result.Problem : null);
        return result.Value;
    }

    /// <summary>What the demonstration writes is right, or its code is wrong.</summary>
    private static void Must(Problem? problem)
    {
        if (problem is not null)
        {
            throw new InvalidOperationException($"The demonstration is refused: {problem.Code}.");
        }
    }
}
