using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace DevHost.Journey;

/// <summary>How the messages of a journey stand, counted from their rows.</summary>
public sealed record MessageCount
{
    private const int PageSize = 5000;

    /// <summary>The provider has it and gave an id.</summary>
    public int Accepted => Delivered + Undelivered + Blocked + WithoutReceipt + Waiting;

    /// <summary>Certainly not taken.</summary>
    public int Rejected { get; private set; }

    /// <summary>Nobody can say.</summary>
    public int Unknown { get; private set; }

    /// <summary>On the phone.</summary>
    public int Delivered { get; private set; }

    /// <summary>Taken, not on the phone.</summary>
    public int Undelivered { get; private set; }

    /// <summary>Taken, then refused by the operator's block list.</summary>
    public int Blocked { get; private set; }

    /// <summary>Taken, validity over, no receipt.</summary>
    public int WithoutReceipt { get; private set; }

    /// <summary>Taken, a receipt may still come.</summary>
    public int Waiting { get; private set; }

    /// <summary>Not with the provider yet, or being handed over.</summary>
    public int OnTheWay { get; private set; }

    /// <summary>Nobody can say yet, and the provider will be asked; the rest of the unknown waits for a person.</summary>
    public int Asked { get; private set; }

    /// <summary>Nothing changes any more by itself.</summary>
    public bool IsSettled => OnTheWay == 0 && Waiting == 0 && Asked == 0;

    /// <summary>Counts the named messages; others may have been made from the same template by an earlier journey on the folder.</summary>
    public static MessageCount Read(IOrganizationService service, EntityReference template, IReadOnlySet<Guid> messages)
    {
        var count = new MessageCount();
        var query = new QueryExpression(Sms.LogicalName)
        {
            ColumnSet = new ColumnSet(Sms.Columns.StatusCode, Sms.Columns.ProviderMessageId, Sms.Columns.NextAskOn),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        query.Criteria.AddCondition(Sms.Columns.TemplateId, ConditionOperator.Equal, template.Id);
        query.Criteria.AddCondition(Sms.Columns.Direction, ConditionOperator.Equal, (int)Direction.Outgoing);
        EntityCollection page;
        do
        {
            page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities.Where(row => messages.Contains(row.Id)))
            {
                count.Add(new SmsRow(row));
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);

        return count;
    }

    private void Add(SmsRow message)
    {
        var wasTaken = !string.IsNullOrEmpty(message.ProviderMessageId);
        switch (message.StatusCode)
        {
            case Sms.Status.Delivered:
                Delivered++;
                break;
            case Sms.Status.Sent:
                Waiting++;
                break;
            case Sms.Status.SentWithoutReceipt:
                WithoutReceipt++;
                break;
            case Sms.Status.Unknown:
                Unknown++;
                Asked += message.NextAskOn is null ? 0 : 1;
                break;
            case Sms.Status.BlockedByOperator when wasTaken:
                Blocked++;
                break;
            case Sms.Status.Undelivered or Sms.Status.Failed or Sms.Status.Expired when wasTaken:
                Undelivered++;
                break;
            case Sms.Status.Draft or Sms.Status.Queued or Sms.Status.Sending or Sms.Status.RetryScheduled:
                OnTheWay++;
                break;
            default:
                Rejected++;
                break;
        }
    }
}
