using Maillage.Web.Verbs;

return await Entry.RunAsync(args);

/// <summary>Named so that tests can host the same program.</summary>
public partial class Program;
