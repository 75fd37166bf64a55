using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Consents;

/// <summary>Who wants no messages. Consent belongs to a number, whatever records hold it. Give it the service of SYSTEM.</summary>
public sealed class ConsentBook
{
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public ConsentBook(IOrganizationService system) => _system = system;

    /// <summary>True when the owner of the number has opted out of this class of messages, or of all of them.</summary>
    public bool HasOptedOut(string phoneNumber, MessageClass messageClass) =>
        OptedOut(new[] { phoneNumber }, messageClass).Count > 0;

    /// <summary>Those of the numbers, at most <see cref="RowReader.MostIds"/>, that have opted out; one query.</summary>
    public HashSet<string> OptedOut(IReadOnlyCollection<string> phoneNumbers, MessageClass messageClass) =>
        new(OptOuts(phoneNumbers, messageClass).Select(row => row.PhoneNumber!));

    /// <summary>The opt-outs that stop this class of messages to these numbers, at most <see cref="RowReader.MostIds"/>, with what proves them; one query.</summary>
    public IReadOnlyList<SmsConsentRow> OptOuts(IReadOnlyCollection<string> phoneNumbers, MessageClass messageClass)
    {
        var query = new QueryExpression(SmsConsent.LogicalName)
        {
            ColumnSet = new ColumnSet(SmsConsent.Columns.PhoneNumber, SmsConsent.Columns.SmsId),
        };
        query.Criteria.AddCondition(SmsConsent.Columns.PhoneNumber, ConditionOperator.In, phoneNumbers.Cast<object>().ToArray());
        query.Criteria.AddCondition(SmsConsent.Columns.ConsentState, ConditionOperator.Equal, (int)ConsentState.OptedOut);
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsConsent.State.Active);

        // A service message is stopped only by a row for service; such a row covers advertising as well.
        if (messageClass == MessageClass.Service)
        {
            query.Criteria.AddCondition(SmsConsent.Columns.MessageClass, ConditionOperator.Equal, (int)MessageClass.Service);
        }

        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsConsentRow(row)).ToArray();
    }

    /// <summary>Those of the records that forbid contact by the platform's own flags; one query a table.</summary>
    public HashSet<Guid> ForbidContact(IEnumerable<EntityReference> records) => DoNotContact.Among(_system, records);

    /// <summary>What is known of a number, active or not: at most one row a class.</summary>
    public IReadOnlyList<SmsConsentRow> Of(string phoneNumber)
    {
        var query = new QueryExpression(SmsConsent.LogicalName)
        {
            ColumnSet = new ColumnSet(
                SmsConsent.Columns.PhoneNumber, SmsConsent.Columns.MessageClass, SmsConsent.Columns.ConsentState, SmsConsent.Columns.ChangedOn,
                SmsConsent.Columns.Source, SmsConsent.Columns.SmsId, StandardColumns.State),
        };
        query.Criteria.AddCondition(SmsConsent.Columns.PhoneNumber, ConditionOperator.Equal, phoneNumber);
        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsConsentRow(row)).ToArray();
    }
}
