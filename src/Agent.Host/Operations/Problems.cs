using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>Errors at the HTTP doors: ProblemDetails with our code, in the person's words; a page of words where a browser asks for a page.</summary>
internal static partial class Problems
{
    private static readonly Texts Text = new(typeof(Problems));

    /// <summary>Answers with an error of the house.</summary>
    public static Task WriteAsync(HttpContext context, int status, ErrorCode code, string key)
    {
        Speak(context);
        context.Response.StatusCode = status;
        if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(Page(Text[key]), context.RequestAborted);
        }

        return WriteJsonAsync(context, status, code, Text[key], null);
    }

    /// <summary>Answers with what a function or a door could not do.</summary>
    public static Task WriteAsync(HttpContext context, ToolException error) =>
        WriteJsonAsync(context, StatusOf(error), error.Code, error.Message, error);

    /// <summary>Turns what was thrown into an answer; a bug is logged by the framework and told blandly.</summary>
    public static Task HandleAsync(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        ToolException known => WriteAsync(context, known),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            WriteAsync(context, StatusCodes.Status413PayloadTooLarge, ErrorCode.OverLimit, "TooLarge"),
        BadHttpRequestException { InnerException: JsonException { Path: ['$', '.', .. var field] } } =>
            WriteAsync(context, new ToolException(ErrorCode.Invalid, Text["WrongField", field]) { Parameter = field }),
        BadHttpRequestException { InnerException: null } unbound when BoundParameter().Match(unbound.Message) is { Success: true } query =>
            WriteAsync(context, new ToolException(ErrorCode.Invalid, Text["WrongQuery", query.Groups[1].Value]) { Parameter = query.Groups[1].Value }),
        BadHttpRequestException or JsonException or DecoderFallbackException =>
            WriteAsync(context, StatusCodes.Status400BadRequest, ErrorCode.Invalid, "Unreadable"),
        { } fault when DatabaseAway.Is(fault) =>
            WriteAsync(context, StatusCodes.Status503ServiceUnavailable, ErrorCode.Unavailable, "DatabaseAway"),
        _ => WriteAsync(context, StatusCodes.Status500InternalServerError, ErrorCode.Unavailable, "Bug"),
    };

    /// <summary>Says in words what the framework only says by a number.</summary>
    public static Task HandleBareAsync(StatusCodeContext bare)
    {
        var (status, context) = (bare.HttpContext.Response.StatusCode, bare.HttpContext);
        return status switch
        {
            StatusCodes.Status404NotFound => WriteAsync(context, status, ErrorCode.NotFound, "NoSuchPath"),
            StatusCodes.Status405MethodNotAllowed => WriteAsync(context, status, ErrorCode.Invalid, "OtherMethod"),
            StatusCodes.Status413PayloadTooLarge => WriteAsync(context, status, ErrorCode.OverLimit, "TooLarge"),
            StatusCodes.Status415UnsupportedMediaType => WriteAsync(context, status, ErrorCode.Invalid, "NotJson"),
            _ when status < 500 => WriteAsync(context, status, ErrorCode.Invalid, "Unreadable"),
            _ => WriteAsync(context, status, ErrorCode.Unavailable, "Bug"),
        };
    }

    /// <summary>The status of an error.</summary>
    public static int StatusOf(ToolException error) => error.Code switch
    {
        ErrorCode.Invalid => error.Parameter == "Idempotency-Key" ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest,
        ErrorCode.NotFound => StatusCodes.Status404NotFound,
        ErrorCode.Ambiguous or ErrorCode.Conflict => StatusCodes.Status409Conflict,
        ErrorCode.Denied => StatusCodes.Status403Forbidden,
        ErrorCode.NeedsApproval => StatusCodes.Status403Forbidden,
        ErrorCode.OverLimit => StatusCodes.Status429TooManyRequests,
        ErrorCode.UnknownOutcome => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>The framework names the query parameter that it could not read only in its message.</summary>
    [GeneratedRegex(@"^Failed to bind parameter ""\S+ (\w+)""")]
    private static partial Regex BoundParameter();

    /// <summary>The culture of the person does not flow out of the door that set it.</summary>
    private static void Speak(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<Person>() is { Profile: not null } known)
        {
            known.Speak();
        }
    }

    private static Task WriteJsonAsync(HttpContext context, int status, ErrorCode code, string detail, ToolException? error)
    {
        context.Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Title = Code.Of(code), Detail = detail };
        problem.Extensions["code"] = Code.Of(code);
        if (error?.Parameter is { } parameter)
        {
            problem.Extensions["parameter"] = parameter;
        }

        if (error?.Candidates is { Count: > 0 } candidates)
        {
            problem.Extensions["candidates"] = candidates;
        }

        if (error?.Suggestion is { } suggestion)
        {
            problem.Extensions["suggestion"] = suggestion;
        }

        return context.Response.WriteAsJsonAsync(problem, ToolJson.Options, "application/problem+json", context.RequestAborted);
    }

    private static string Page(string words) =>
        $"<!doctype html><html lang=\"{System.Globalization.CultureInfo.CurrentUICulture.Name}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>TB Personal OS</title><p>{System.Net.WebUtility.HtmlEncode(words)}</p>";
}
