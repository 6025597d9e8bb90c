using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Agent.Host.Channels.OpenApi;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Agent.Host.Channels.Web;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Plugins;

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
            kestrel.ListenForTelegram(new TelegramSettings(builder.Configuration));
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(options => WireJson.Apply(options.SerializerOptions));
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        // Without the names under which it happens to be served: the document is committed.
        builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Servers, document.Info.Title, document.Info.Version) = ([], "TB Personal OS", "1");
            return Task.CompletedTask;
        }));
        builder.Services.AddTelegramService();
        builder.AddJobsService();
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseTelegramWebhook();
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<LocalDoor>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Problems.HandleAsync,
            // What the caller can mend is told to the caller; its words are the person's and stay out of the log.
            SuppressDiagnosticsCallback = context => context.Exception is ToolException or BadHttpRequestException,
        });
        app.UseStatusCodePages(Problems.HandleBareAsync);
        app.UseAuthentication();
        app.UseMiddleware<PersonDoor>();
        app.UseRouting();
        UsePages(app);
        app.MapHealth();
        app.MapAccounts();
        app.MapTurns();
        app.MapApprovals();
        app.MapDashboard();
        app.MapUnasked();
        app.MapSharing();
        app.MapTelegram();
        app.MapModelCalls();
        app.MapFunctions();
        app.MapOpenApi("/openapi/v1.json");
        return app;
    }

    private static void UsePages(WebApplication app)
    {
        var root = app.Configuration["Web:Root"];
        if (root is not { Length: > 0 } || !Directory.Exists(root))
        {
            return;
        }

        // The page has paths of its own: what no route and no file answers is one of them.
        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is null && IsPage(context.Request))
            {
                context.Request.Path = "/index.html";
            }

            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(root)),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "private, max-age=31536000, immutable" : "no-cache",
        });
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !PersonDoor.IsPersonal(request.Path) && !Path.HasExtension(request.Path.Value);
}
