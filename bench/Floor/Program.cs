using System.Net;
using TbPersonalOs.Floor;

// The floor: what a message with one write costs where nothing but its durability is paid for. It is fixed: it is never tuned together
// with the product, or the ratio between the two would say nothing. Floor PORT, with the database in ConnectionStrings__Default.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(args[0])));
await using var store = await FloorStore.OpenAsync(builder.Configuration.GetConnectionString("Default")!);

var app = builder.Build();
app.MapGet("/healthz", () => "ok");
app.MapPost("/turns/{person:guid}", async (Guid person, HttpRequest request, HttpResponse response) =>
{
    using var body = await System.Text.Json.JsonDocument.ParseAsync(request.Body);
    var reply = await store.AnswerAsync(person, body.RootElement.GetProperty("text").GetString()!);
    response.ContentType = "text/event-stream";
    await response.WriteAsync($"data: {reply}\n\n");
});
await app.RunAsync();
