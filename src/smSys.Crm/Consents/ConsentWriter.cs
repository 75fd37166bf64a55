using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Crm.Consents;

/// <summary>Writes what the owner of a number wants: one row a number and class, whose id comes from both.</summary>
public sealed class ConsentWriter
{
    private static readonly DateTime _epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM, in asynchronous steps.</summary>
    public ConsentWriter(IOrganizationService system) => _writer = new RowWriter(system);

    /// <summary>Writes a decision with its proof; repeated, it changes nothing.</summary>
    public void Write(string phoneNumber, MessageClass messageClass, ConsentState state, SmsRow proof, DateTime now)
    {
        var id = DeterministicId.Create(_epoch, "consent", phoneNumber, messageClass.ToString());
        var row = new SmsConsentRow(id)
        {
            Name = phoneNumber,
            PhoneNumber = phoneNumber,
            MessageClass = messageClass,
            ConsentState = state,
            Source = ConsentSource.SMS,
            ChangedOn = proof.ProviderTime ?? now,
            SmsId = proof.Reference,
            ProofText = proof.Text is { Length: > 4000 } text ? text.Substring(0, 4000) : proof.Text,
        };
        if (!_writer.CreateOnce(row.Record))
        {
            _writer.Update(row.Record);
        }
    }
}
