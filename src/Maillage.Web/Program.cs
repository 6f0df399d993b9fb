using Maillage.Web.Verbs;

return await Entry.RunAsync(args);
