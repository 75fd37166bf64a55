using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.TemplateValues;

/// <summary>The SMS templates.</summary>
public static class TemplateBook
{
    /// <summary>An active template that the caller of the service may see, or null.</summary>
    public static SmsTemplateRow? Read(IOrganizationService service, Guid id)
    {
        var row = service.Find(
            SmsTemplate.LogicalName,
            SmsTemplate.PrimaryId,
            id,
            SmsTemplate.Columns.Name,
            SmsTemplate.Columns.Text,
            SmsTemplate.Columns.MessageClass,
            SmsTemplate.Columns.MissingValuePolicy,
            SmsTemplate.Columns.ValidMinutes,
            SmsTemplate.Columns.Language,
            SmsTemplate.Columns.RecipientTable,
            StandardColumns.State);
        return row is null ? null : new SmsTemplateRow(row);
    }
}
