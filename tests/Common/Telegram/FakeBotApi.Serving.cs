using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TbPersonalOs.Common.Telegram;

public sealed partial class FakeBotApi
{
    private const char Broken = '\uFFFD';
    private readonly Lock _gate = new();
    private readonly List<(Func<BotCall, bool> Which, BotFault Fault)> _faults = [];
    private bool _brokenWasSaid;

    /// <summary>A fault of every call, while it is set.</summary>
    public BotFault? Outage { get; set; }

    /// <summary>A fault of every call that fits, while it is set.</summary>
    public Func<BotCall, BotFault?>? Refusing { get; set; }

    /// <summary>The next call that fits goes wrong so.</summary>
    public void FailNext(Func<BotCall, bool> which, BotFault fault)
    {
        lock (_gate)
        {
            _faults.Add((which, fault));
        }
    }

    /// <summary>The next calls of a method go wrong so.</summary>
    public void FailNext(string method, BotFault fault, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            FailNext(call => call.Method == method, fault);
        }
    }

    /// <summary>Lets no message into a chat for a while: 429, with how long that is.</summary>
    public void Shut(long chat, TimeSpan pause)
    {
        lock (_gate)
        {
            Flood.Shut(chat, pause);
        }
    }

    private async Task CallAsync(HttpContext http, string token, string method)
    {
        BotCall? call = null;
        try
        {
            var request = await BotRequest.ReadAsync(method, http.Request);
            call = new BotCall(method, request.Arguments, Clock.GetUtcNow()) { Uploads = request.Uploads };
            Journal.Enqueue(call);
            await AnswerAsync(http, call, token, request.Faults);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            call?.Outcome ??= "the client went away";
        }
        finally
        {
            _signal.Pulse();
        }
    }

    private async Task AnswerAsync(HttpContext http, BotCall call, string token, IReadOnlyList<string> unread)
    {
        if (!Tokens.ContainsKey(token))
        {
            await RefuseAsync(http, call, new BotRefusal(401, "Unauthorized"));
            return;
        }

        if (Wrong(call, unread) is { } wrong)
        {
            await RefuseAsync(http, call, wrong);
            return;
        }

        var fault = TakeFault(call);
        if (fault is { After: false } && await FailAsync(http, call, fault))
        {
            return;
        }

        JsonObject answer;
        try
        {
            answer = new JsonObject { ["ok"] = true, ["result"] = await ActAsync(call, http.RequestAborted) };
        }
        catch (BotRefusal refusal)
        {
            await RefuseAsync(http, call, refusal);
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(answer);
        Keep(call, JsonElement.Parse(body).GetProperty("result"));
        if (fault is not { After: true } || !await FailAsync(http, call, fault))
        {
            await WriteAsync(http, call, 200, "ok", body);
        }
    }

    /// <summary>What is wrong with the call itself: the fake, unlike Telegram, overlooks nothing.</summary>
    private BotRefusal? Wrong(BotCall call, IReadOnlyList<string> unread)
    {
        var served = BotMethods.All.ContainsKey(call.Method) || BotMethods.Link.Contains(call.Method);
        IReadOnlyList<string> wrong = !served ? [$"{call.Method} is not served"] : unread.Count > 0 ? unread
            : BotContract.CheckCall(call.Method, call.Arguments) is { Count: > 0 } faults ? faults
            : !_brokenWasSaid && call.Text?.Contains(Broken, StringComparison.Ordinal) == true ? ["a text was cut in the middle of a character"] : [];
        foreach (var one in wrong)
        {
            Invalid.Enqueue($"{call.Method}: {one}");
        }

        return !served ? new BotRefusal(404, "Not Found") : wrong.Count > 0 ? BotRefusal.Bad(wrong[0]) : null;
    }

    private async Task<JsonNode> ActAsync(BotCall call, CancellationToken cancellationToken)
    {
        switch (call.Method)
        {
            case "getUpdates":
                return await _link.AskAsync(call, cancellationToken);
            case "setWebhook":
                return await _link.SetAsync(call);
            case "deleteWebhook":
                return await _link.DeleteAsync(call);
            case "getWebhookInfo":
                return _link.Info();
            default:
                lock (_gate)
                {
                    return BotMethods.All[call.Method](_parts, call);
                }
        }
    }

    /// <summary>Notes what was done. Updates were checked when they were made, some on purpose of a kind that the contract does not know.</summary>
    private void Keep(BotCall call, JsonElement result)
    {
        (call.Done, call.Result) = (true, result);
        foreach (var one in call.Method == "getUpdates" ? [] : BotContract.CheckResult(call.Method, result))
        {
            Invalid.Enqueue($"our own answer: {one}");
        }

        _signal.Pulse();
    }

    private BotFault? TakeFault(BotCall call)
    {
        lock (_gate)
        {
            var found = _faults.FindIndex(one => one.Which(call));
            if (found < 0)
            {
                return Refusing?.Invoke(call) ?? Outage;
            }

            var fault = _faults[found].Fault;
            _faults.RemoveAt(found);
            return fault;
        }
    }

    /// <summary>Waits as the fault says, and answers in place of the call. False where the call itself is to answer.</summary>
    private async Task<bool> FailAsync(HttpContext http, BotCall call, BotFault fault)
    {
        await fault.Until.WaitAsync(http.RequestAborted);
        await Task.Delay(fault.Slow, Clock, http.RequestAborted);
        if (fault.Status == 200)
        {
            return false;
        }

        if (fault.Status == 0)
        {
            call.Outcome = "dropped";
            http.Abort();
            return true;
        }

        await RefuseAsync(http, call, new BotRefusal(fault.Status, fault.Description) { RetryAfter = fault.RetryAfter });
        return true;
    }

    private Task RefuseAsync(HttpContext http, BotCall call, BotRefusal refusal)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Status, ["description"] = refusal.Message };
        if (refusal.RetryAfter is not null || refusal.MigratedTo is not null)
        {
            var (name, value) = refusal.RetryAfter is { } seconds ? ("retry_after", seconds) : ("migrate_to_chat_id", refusal.MigratedTo!.Value);
            body["parameters"] = new JsonObject { [name] = value };
            foreach (var one in BotContract.CheckType("ResponseParameters", JsonSerializer.SerializeToElement(body["parameters"])))
            {
                Invalid.Enqueue($"our own answer: {one}");
            }
        }

        return WriteAsync(http, call, refusal.Status, refusal.Message, JsonSerializer.SerializeToUtf8Bytes(body));
    }

    private static async Task WriteAsync(HttpContext http, BotCall call, int status, string outcome, byte[] body)
    {
        (call.Status, call.Outcome) = (status, outcome);
        (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength) = (status, "application/json", body.Length);
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private async Task FileAsync(HttpContext http, string token, string path)
    {
        var file = Tokens.ContainsKey(token) ? _files.AtPath(path) : null;
        var call = new BotCall("file", JsonSerializer.SerializeToElement(new { path }), Clock.GetUtcNow());
        Journal.Enqueue(call);
        if (file is null)
        {
            await RefuseAsync(http, call, Tokens.ContainsKey(token) ? new BotRefusal(404, "Not Found") : new BotRefusal(401, "Unauthorized"));
        }
        else if (TakeFault(call) is not { } fault || !await FailAsync(http, call, fault))
        {
            (call.Status, call.Outcome, call.Done) = (200, "ok", true);
            (http.Response.ContentType, http.Response.ContentLength) = ("application/octet-stream", file.Bytes.Length);
            await http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted);
        }
    }
}
