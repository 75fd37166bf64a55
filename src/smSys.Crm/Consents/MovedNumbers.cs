using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Addresses;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Consents;

/// <summary>
/// Consent belongs to a number, and numbers move. An opt-out is released when the number is now held only by records that got it
/// after the opt-out, and the record that had it then has it no more. Whoever shares a number with others keeps what was said
/// from it. Serves synchronous steps: it makes only calls that cannot fault.
/// </summary>
public sealed class MovedNumbers
{
    private readonly IOrganizationService _system;

    /// <summary>Works as SYSTEM.</summary>
    public MovedNumbers(IOrganizationService system) => _system = system;

    /// <summary>Looks at the numbers that a record gained or lost.</summary>
    public void Settle(AddressChange change, DateTime now)
    {
        var numbers = change.Gained.Concat(change.Lost).Distinct(StringComparer.Ordinal).ToArray();
        if (numbers.Length == 0)
        {
            return;
        }

        foreach (var consent in OptedOut(numbers))
        {
            // A list that was imported does not say whose number it was; who loses it was the last one known to have it.
            var holder = consent.RecordId;
            if (string.IsNullOrEmpty(holder) && change.Lost.Contains(consent.PhoneNumber!))
            {
                holder = change.Record.Id.ToString("D");
                _system.Update(new SmsConsentRow(consent.Id) { RecordTable = change.Record.LogicalName, RecordId = holder }.Record);
            }

            var holders = Holders(consent.PhoneNumber!);
            if (!string.IsNullOrEmpty(holder) && IsMoved(consent, holder!, holders))
            {
                Release(consent, now);
            }
        }
    }

    /// <summary>True when nobody who has the number now had it when its owner opted out.</summary>
    public static bool IsMoved(SmsConsentRow consent, string holder, IReadOnlyList<SmsAddressRow> holders) =>
        holders.Count > 0
        && consent.ChangedOn is { } saidOn
        && holders.All(row => row.Since > saidOn && !string.Equals(row.RecordId, holder, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<SmsConsentRow> OptedOut(string[] numbers)
    {
        var query = new QueryExpression(SmsConsent.LogicalName)
        {
            ColumnSet = new ColumnSet(
                SmsConsent.Columns.PhoneNumber, SmsConsent.Columns.ChangedOn, SmsConsent.Columns.RecordTable, SmsConsent.Columns.RecordId),
        };
        query.Criteria.AddCondition(SmsConsent.Columns.PhoneNumber, ConditionOperator.In, numbers.Cast<object>().ToArray());
        query.Criteria.AddCondition(SmsConsent.Columns.ConsentState, ConditionOperator.Equal, (int)ConsentState.OptedOut);
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsConsent.State.Active);
        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsConsentRow(row)).ToArray();
    }

    private SmsAddressRow[] Holders(string number)
    {
        var query = new QueryExpression(SmsAddress.LogicalName)
        {
            ColumnSet = new ColumnSet(SmsAddress.Columns.RecordId, SmsAddress.Columns.Since),
        };
        query.Criteria.AddCondition(SmsAddress.Columns.PhoneNumber, ConditionOperator.Equal, number);
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsAddress.State.Active);
        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsAddressRow(row)).ToArray();
    }

    // The columns first, then the state alone: together they would be two pipelines, and two notes in the history.
    private void Release(SmsConsentRow consent, DateTime now)
    {
        _system.Update(new SmsConsentRow(consent.Id)
        {
            Source = ConsentSource.NumberMoved,
            ChangedOn = now,
            ProofText = "The number moved to another record: released.",
            SmsId = null,
        }.Record);
        _system.Update(new Entity(SmsConsent.LogicalName, consent.Id)
        {
            [StandardColumns.State] = new OptionSetValue((int)SmsConsent.State.Inactive),
            [StandardColumns.Status] = new OptionSetValue((int)SmsConsent.Status.Inactive),
        });
    }
}
