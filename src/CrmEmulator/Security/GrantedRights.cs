using CrmEmulator.Storage;

namespace CrmEmulator.Security;

/// <summary>Rights given on single rows (principalobjectaccess).</summary>
internal static class GrantedRights
{
    public static PrivilegeAction Of(StoreTransaction transaction, Guid row, Guid principal)
    {
        var statement = transaction.Connection.Prepare("SELECT accessrightsmask FROM principalobjectaccess WHERE objectid=? AND principalid=?");
        statement.Bind(1, row);
        statement.Bind(2, principal);
        var rights = statement.Step() ? (PrivilegeAction)statement.Long(0) : PrivilegeAction.None;
        statement.Reset();
        return rights;
    }
}
