using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.WebApi;

/// <summary>$batch: requests one after another; those of a change set stand in one transaction, all or none.</summary>
internal sealed class BatchRequest(Organization organization, ApiDispatcher dispatcher)
{
    private const int Limit = 1000;

    public ApiResponse Answer(ApiRequest request)
    {
        var goesOn = request.Preferences.Contains("odata.continue-on-error");
        var answers = new List<string>();
        var status = 200;
        var parts = MultipartText.Read(request.ContentType, request.Body);
        if (parts.Count > Limit)
        {
            throw ApiException.BadRequest($"The batch has {parts.Count} operations; {Limit} are allowed.");
        }

        foreach (var part in parts)
        {
            var contentType = part.Headers.GetValueOrDefault("Content-Type") ?? string.Empty;
            var (text, isFailed, failure) = contentType.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase)
                ? ChangeSet(request, contentType, part.Content)
                : Single(request, part);
            answers.Add(text);
            if (isFailed && !goesOn)
            {
                status = failure;
                break;
            }
        }

        var boundary = "batchresponse_" + Guid.NewGuid().ToString("D");
        var body = new StringBuilder();
        foreach (var answer in answers)
        {
            body.Append("--").Append(boundary).Append("\r\n").Append(answer);
        }

        body.Append("--").Append(boundary).Append("--\r\n");
        return new ApiResponse(status == 200 ? 200 : status) { Body = body.ToString(), ContentType = "multipart/mixed; boundary=" + boundary };
    }

    private static string Write(ApiResponse response, string? contentId)
    {
        var text = new StringBuilder("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is not null)
        {
            text.Append("Content-ID: ").Append(contentId).Append("\r\n");
        }

        text.Append("\r\nHTTP/1.1 ").Append(response.Status.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(Reason(response.Status)).Append("\r\n");
        if (response.Body is not null)
        {
            text.Append("Content-Type: ").Append(response.ContentType).Append("\r\n");
        }

        foreach (var (name, value) in response.Headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return text.Append("\r\n").Append(response.Body).Append("\r\n").ToString();
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        201 => "Created",
        204 => "No Content",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        412 => "Precondition Failed",
        _ => "Error",
    };

    private (string Text, bool IsFailed, int Status) Single(ApiRequest outer, MultipartPart part)
    {
        var response = dispatcher.Answer(Inner(outer, part.Content, outer.Service, new Dictionary<string, string>()));
        return (Write(response, part.Headers.GetValueOrDefault("Content-ID")), response.Status >= 400, response.Status);
    }

    private (string Text, bool IsFailed, int Status) ChangeSet(ApiRequest outer, string contentType, string content)
    {
        var boundary = "changesetresponse_" + Guid.NewGuid().ToString("D");
        var text = new StringBuilder("Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n");
        var addresses = new Dictionary<string, string>();
        ApiResponse? failed = null;
        organization.InOneTransaction(outer.UserId, service =>
        {
            foreach (var part in MultipartText.Read(contentType, content))
            {
                var contentId = part.Headers.GetValueOrDefault("Content-ID");
                var response = dispatcher.Answer(Inner(outer, part.Content, service, addresses));
                if (response.Status >= 400)
                {
                    failed = response;
                    return false;
                }

                if (contentId is not null && response.Headers.TryGetValue("OData-EntityId", out var address))
                {
                    addresses["$" + contentId] = address;
                }

                text.Append("--").Append(boundary).Append("\r\n").Append(Write(response, contentId));
            }

            return true;
        });
        text.Append("--").Append(boundary).Append("--\r\n");
        return failed is null ? (text.ToString(), false, 200) : (Write(failed, null), true, failed.Status);
    }

    private static ApiRequest Inner(ApiRequest outer, string content, IOrganizationService service, Dictionary<string, string> addresses)
    {
        var end = content.IndexOf('\n');
        var line = (end < 0 ? content : content[..end]).Trim().Split(' ');
        if (line.Length < 2)
        {
            throw ApiException.BadRequest("A part of the batch has no request line.");
        }

        var rest = MultipartText.ReadPart(end < 0 ? string.Empty : content[(end + 1)..]);
        var body = rest.Content.Trim();
        var address = line[1];
        foreach (var (reference, known) in addresses.OrderByDescending(one => one.Key.Length))
        {
            body = body.Replace($"\"{reference}\"", $"\"{known}\"", StringComparison.Ordinal);
            address = address.StartsWith(reference, StringComparison.Ordinal) ? known + address[reference.Length..] : address;
        }

        var (path, options) = ApiAddress.Divide(address);
        return outer with
        {
            Method = line[0].ToUpperInvariant(),
            Path = path,
            Options = options,
            Headers = rest.Headers,
            Body = body,
            ContentType = rest.Headers.GetValueOrDefault("Content-Type") ?? string.Empty,
            Service = service,
        };
    }
}
