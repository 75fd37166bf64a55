using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Templates;

/// <summary>The ways by which somebody can bring an SMS on its way.</summary>
internal static class Doors
{
    public static readonly string[] All = ["form", "import", "grid", "status", "batch"];

    /// <summary>Queues an SMS through a door and gives its id.</summary>
    public static Guid Send(this IOrganizationService user, string door, EntityReference? line)
    {
        var sms = new SmsRow { NumberAsEntered = "09123456789", Text = "سلام", NumberId = line };
        switch (door)
        {
            case "form":
                return user.Create(State(sms, Sms.Status.Queued).Record);
            case "import":
                var imported = State(sms, Sms.Status.Queued).Record;
                imported["importsequencenumber"] = 7;
                return user.Create(imported);
            case "grid":
                var draft = user.Create(State(sms, Sms.Status.Draft).Record);
                user.Update(State(new SmsRow(draft), Sms.Status.Queued).Record);
                return draft;
            case "status":
                var written = user.Create(State(sms, Sms.Status.Draft).Record);
                user.Execute(new SetStateRequest
                {
                    EntityMoniker = new EntityReference(Sms.LogicalName, written),
                    State = new OptionSetValue((int)Sms.State.Open),
                    Status = new OptionSetValue((int)Sms.Status.Queued),
                });
                return written;
            default:
                var batch = new ExecuteMultipleRequest
                {
                    Settings = new ExecuteMultipleSettings { ContinueOnError = false, ReturnResponses = true },
                    Requests = [new CreateRequest { Target = State(sms, Sms.Status.Queued).Record }],
                };
                var answer = ((ExecuteMultipleResponse)user.Execute(batch)).Responses[0];
                return answer.Fault is { } fault
                    ? throw new System.ServiceModel.FaultException<OrganizationServiceFault>(fault, fault.Message)
                    : ((CreateResponse)answer.Response).id;
        }
    }

    private static SmsRow State(SmsRow sms, Sms.Status status)
    {
        sms.StateCode = Sms.State.Open;
        sms.StatusCode = status;
        return sms;
    }
}
