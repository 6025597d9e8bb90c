using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Agent.Host.Channels.OpenApi;
using TbPersonalOs.Agent.Host.Channels.Web;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>The assistant behind its HTTP doors, on this machine only.</summary>
internal static class WebHost
{
    /// <summary>Port unless another is asked for.</summary>
    public const int Port = 5080;

    private const long MostBytes = 1024 * 1024;

    /// <summary>Builds it; <paramref name="configure"/> has the last word on services.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, int port, Action<IServiceCollection>? configure = null)
    {
        builder.AddAssistant();
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(options => WireJson.Apply(options.SerializerOptions));
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi("v1");
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<LocalDoor>();
        app.UseExceptionHandler(problems => problems.Run(Problems.HandleAsync));
        app.UseAuthentication();
        app.UseMiddleware<PersonDoor>();
        app.UseRouting();
        UsePages(app);
        app.MapHealth();
        app.MapAccounts();
        app.MapTurns();
        app.MapApprovals();
        app.MapDashboard();
        app.MapFunctions();
        app.MapOpenApi();
        return app;
    }

    private static void UsePages(WebApplication app)
    {
        var root = app.Configuration["Web:Root"];
        if (root is not { Length: > 0 } || !Directory.Exists(root))
        {
            return;
        }

        var files = new PhysicalFileProvider(Path.GetFullPath(root));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "private, max-age=31536000, immutable" : "no-cache",
        });
        app.MapFallbackToFile("/{**page:nonfile}", "index.html", new StaticFileOptions { FileProvider = files });
    }
}
