using System.Collections.Concurrent;
using CrmEmulator.Faults;
using CrmEmulator.Storage;

namespace CrmEmulator.Security;

/// <summary>Remembers what each user may do until users, teams, roles or profiles change.</summary>
internal sealed class AccessDirectory
{
    private static readonly HashSet<string> Tables = new(StringComparer.Ordinal)
    {
        "systemuser", "team", "businessunit", "role", "teammembership", "systemuserroles", "teamroles", "roleprivileges",
        "privilege", "fieldsecurityprofile", "fieldpermission", "systemuserprofiles", "teamprofiles",
    };

    private readonly Guid systemUserId;
    private volatile ConcurrentDictionary<Guid, UserAccess> known = new();

    public AccessDirectory(OrganizationStore store, Guid systemUserId)
    {
        this.systemUserId = systemUserId;
        store.SecurityChanged += () => known = new ConcurrentDictionary<Guid, UserAccess>();
    }

    public static bool Concerns(string table) => Tables.Contains(table);

    /// <exception cref="System.ServiceModel.FaultException{T}">No such user.</exception>
    public UserAccess For(Guid userId, StoreTransaction transaction)
    {
        var remembered = known;
        if (!transaction.SecurityChanged && remembered.TryGetValue(userId, out var access))
        {
            return access;
        }

        access = new AccessLoader(transaction, systemUserId).Load(userId) ?? throw Fault.Of(FaultCodes.UserDoesNotExist, $"SystemUser With Id = {userId:D} Does Not Exist");
        if (!transaction.SecurityChanged)
        {
            remembered[userId] = access;
        }

        return access;
    }
}
