namespace Maillage.Web.Verbs;

/// <summary>The verbs, in the order of the help.</summary>
public static class AllVerbs
{
    public static readonly IReadOnlyList<IVerb> List =
        [new ServeVerb(), new DemoVerb(), new MigrateVerb(), new ImportVerb(), new IndexVerb(), new AdministratorVerb(), new BackupVerb(), new RestoreVerb(), new BenchVerb(), new SoakVerb(), new HelpVerb()];
}
