using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace smSys.Server.Tests.Doubles;

/// <summary>The few bits of a Web API that the server needs, on real HTTP: rows by set and id, filters, pages, conditions, faults on demand.</summary>
internal sealed class TinyCrm : IAsyncDisposable
{
    private readonly WebApplication _web;

    private TinyCrm(WebApplication web) => _web = web;

    /// <summary>Set name and id to row.</summary>
    internal ConcurrentDictionary<(string Set, Guid Id), JObject> Rows { get; } = new();

    /// <summary>Every request that changed or tried to change a row: method, set, id, body.</summary>
    internal ConcurrentQueue<(string Set, Guid Id, JObject Body)> Writes { get; } = new();

    /// <summary>Every request's authorization header.</summary>
    internal ConcurrentQueue<string> Authorizations { get; } = new();

    internal ConcurrentQueue<string> Queries { get; } = new();

    /// <summary>Answers instead of the organisation when it returns true.</summary>
    internal Func<HttpContext, Task<bool>>? Fault { get; set; }

    /// <summary>Where the organisation is.</summary>
    internal string Address => _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/sales";

    internal static async Task<TinyCrm> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var crm = new TinyCrm(web);
        web.Run(crm.AnswerAsync);
        await web.StartAsync();
        return crm;
    }

    internal Guid Add(string set, string idColumn, JObject row)
    {
        var id = Guid.NewGuid();
        row[idColumn] = id.ToString("D");
        Rows[(set, id)] = row;
        return id;
    }

    internal JObject Row(string set, Guid id) => Rows[(set, id)];

    internal int WritesTo(Guid id) => Writes.Count(write => write.Id == id);

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
        if (Fault is not { } fault || !await fault(context))
        {
            await TakeAsync(context);
        }
    }

    /// <summary>Does what the request asks for, whatever happens to the answer.</summary>
    internal async Task TakeAsync(HttpContext context)
    {
        const string root = "/sales/api/data/v9.0/";
        var path = context.Request.Path.Value!;
        if (!path.StartsWith(root, StringComparison.Ordinal))
        {
            await FaultAsync(context, 404, "0x80060888", "Resource not found.");
            return;
        }

        var rest = path[root.Length..];
        var bracket = rest.IndexOf('(', StringComparison.Ordinal);
        if (context.Request.Method == "GET" && bracket < 0)
        {
            await FindAsync(context, rest);
        }
        else if (context.Request.Method == "PATCH" && bracket > 0)
        {
            await WriteAsync(context, rest[..bracket], Guid.Parse(rest[(bracket + 1)..^1]));
        }
        else
        {
            await FaultAsync(context, 405, "0x0", "Not known here.");
        }
    }

    private async Task FindAsync(HttpContext context, string set)
    {
        var query = context.Request.Query;
        Queries.Enqueue(context.Request.QueryString.Value!);
        var size = int.Parse(context.Request.Headers["Prefer"].ToString().Split('=')[1]);
        var skip = int.TryParse(query["$skiptoken"], out var given) ? given : 0;
        var columns = query["$select"].ToString().Split(',');
        var order = query["$orderby"].ToString();
        var rows = Rows.Where(pair => pair.Key.Set == set && FilterText.Fits(query["$filter"].FirstOrDefault(), pair.Value))
            .Select(pair => pair.Value)
            .OrderBy(row => order.Length == 0 ? null : FilterText.Time(row[order]))
            .ToArray();
        var answer = new JObject
        {
            ["value"] = new JArray(rows.Skip(skip).Take(size).Select(row => new JObject(columns.Select(column => new JProperty(column, row[column]?.DeepClone()))))),
        };
        if (rows.Length > skip + size)
        {
            answer["@odata.nextLink"] = Address + "/api/data/v9.0/" + set + "?$select=" + query["$select"] + "&$filter=" + Uri.EscapeDataString(query["$filter"]!)
                + "&$orderby=" + order + "&$skiptoken=" + (skip + size);
        }

        await WriteAsync(context, 200, answer);
    }

    private async Task WriteAsync(HttpContext context, string set, Guid id)
    {
        using var reader = new JsonTextReader(new StreamReader(context.Request.Body)) { DateParseHandling = DateParseHandling.None };
        var body = await JObject.LoadAsync(reader);
        Writes.Enqueue((set, id, body));
        var isNew = !Rows.ContainsKey((set, id));
        if (isNew && context.Request.Headers.IfMatch == "*")
        {
            await FaultAsync(context, 404, "0x80040217", set + " With Id = " + id + " Does Not Exist");
            return;
        }

        if (!isNew && context.Request.Headers.IfNoneMatch == "*")
        {
            await FaultAsync(context, 412, "0x80060883", "A record with matching key values already exists.");
            return;
        }

        var row = Rows.GetOrAdd((set, id), _ => new JObject { ["statecode"] = 0, ["statuscode"] = 1 });
        lock (row)
        {
            row.Merge(body);
        }

        context.Response.StatusCode = 204;
    }

    internal static Task FaultAsync(HttpContext context, int status, string code, string words) =>
        WriteAsync(context, status, new JObject { ["error"] = new JObject { ["code"] = code, ["message"] = words } });

    private static Task WriteAsync(HttpContext context, int status, JObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; odata.metadata=minimal";
        return context.Response.WriteAsync(body.ToString(Formatting.None));
    }
}
