using System.ServiceModel;
using System.Threading;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using smSys.Deploy.Connecting;

namespace smSys.Deploy.Importing;

/// <summary>Imports a zip as an asynchronous job, waits for it and publishes.</summary>
public sealed class SolutionImport(IOrganizationService service, TextWriter output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>True when the import succeeded; failures and warnings are listed either way.</summary>
    /// <exception cref="RefusedException">The organisation did not take the job, or did not finish it in two hours.</exception>
    public bool Run(byte[] zip)
    {
        var importId = Guid.NewGuid();
        var request = new ImportSolutionRequest
        {
            CustomizationFile = zip,
            ImportJobId = importId,
            PublishWorkflows = true,
            OverwriteUnmanagedCustomizations = true,
        };

        try
        {
            var job = ((ExecuteAsyncResponse)service.Execute(new ExecuteAsyncRequest { Request = request })).AsyncJobId;
            var message = Wait(job, importId);
            Report(importId);
            if (message is not null)
            {
                output.WriteLine($"The import failed: {message}");
                return false;
            }

            service.Execute(new PublishAllXmlRequest());
            output.WriteLine("Imported and published.");
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            throw new RefusedException($"The organisation refused the import: {fault.Message} ({fault.Detail.ErrorCode}). Import it in the settings of the organisation to see the same message with its log.");
        }
    }

    private string? Wait(Guid job, Guid importId)
    {
        const int Completed = 3;
        const int Succeeded = 30;
        for (var waited = TimeSpan.Zero; waited < Longest; waited += Pause)
        {
            var row = service.Retrieve("asyncoperation", job, new ColumnSet("statecode", "statuscode", "friendlymessage"));
            if (row.GetAttributeValue<OptionSetValue>("statecode")?.Value == Completed)
            {
                return row.GetAttributeValue<OptionSetValue>("statuscode")?.Value == Succeeded
                    ? null
                    : row.GetAttributeValue<string>("friendlymessage") ?? "the job gave no reason.";
            }

            output.WriteLine($"{Progress(importId):0} %");
            Thread.Sleep(Pause);
        }

        throw new RefusedException($"The import job {job} did not finish in two hours. Look at it under system jobs; it may still go on.");
    }

    private double Progress(Guid importId) => ImportJob(importId, "progress")?.GetAttributeValue<double?>("progress") ?? 0;

    private void Report(Guid importId)
    {
        var report = ImportReport.Read(ImportJob(importId, "data")?.GetAttributeValue<string>("data"));
        foreach (var line in report.Failures)
        {
            output.WriteLine("failed   " + line);
        }

        foreach (var line in report.Warnings)
        {
            output.WriteLine("warning  " + line);
        }
    }

    private Entity? ImportJob(Guid id, string column)
    {
        var query = new QueryByAttribute("importjob") { ColumnSet = new ColumnSet(column) };
        query.AddAttributeValue("importjobid", id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }
}
