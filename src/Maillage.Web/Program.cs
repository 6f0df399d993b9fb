using Maillage.Web.Hosting;

var settings = HostSettings.Read(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
builder.AddMaillage(settings);

var app = builder.Build();
app.UseMaillage();
await app.RunAsync();

/// <summary>Named so that tests can host the same program.</summary>
public partial class Program;
