using Microsoft.Extensions.Options;

namespace Maillage.Web.Hosting;

/// <summary>Marianne is reserved to services of the State: a site in the neutral theme does not serve it.</summary>
public static class StateTypeface
{
    private const string Files = "/assets/fonts/marianne";

    public static WebApplication UseStateTypeface(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<OperatorSettings>>().Value.IsNeutral)
        {
            app.Use((context, next) =>
            {
                if (context.Request.Path.Value?.StartsWith(Files, StringComparison.OrdinalIgnoreCase) != true)
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        return app;
    }
}
