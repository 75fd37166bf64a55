using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Lines;

/// <summary>The right to send single messages is the right to append to the line (decision 10).</summary>
public static class LineAccess
{
    /// <summary>True when a user may send from a line, also when the line was chosen for them.</summary>
    public static bool MaySend(IOrganizationService system, Guid userId, Guid lineId) =>
        RowAccess.May(system, userId, new EntityReference(SmsNumber.LogicalName, lineId), AccessRights.AppendToAccess);
}
