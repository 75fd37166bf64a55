using System.Collections.Concurrent;
using CrmEmulator.Faults;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Security;

/// <summary>Remembers what each user may do until users, teams, roles or profiles change.</summary>
internal sealed class AccessDirectory
{
    private static readonly HashSet<string> Tables = new(StringComparer.Ordinal)
    {
        "systemuser", "team", "businessunit", "role", "teammembership", "systemuserroles", "teamroles", "roleprivileges",
        "privilege", "fieldsecurityprofile", "fieldpermission", "systemuserprofiles", "teamprofiles", "usersettings",
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
    public UserAccess For(Guid userId, StoreTransaction transaction) =>
        Find(userId, transaction, loader => loader.Load(userId)) ?? throw Fault.Of(FaultCodes.UserDoesNotExist, $"SystemUser With Id = {userId:D} Does Not Exist");

    /// <summary>What a user or a team may do by its own roles.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">No such principal, or something else than one.</exception>
    public UserAccess For(EntityReference principal, StoreTransaction transaction) => principal.LogicalName switch
    {
        "systemuser" => For(principal.Id, transaction),
        "team" => Find(principal.Id, transaction, loader => loader.LoadTeam(principal.Id)) ?? throw Fault.RowMissing("team", principal.Id),
        _ => throw Fault.Argument($"A '{principal.LogicalName}' is no principal."),
    };

    private UserAccess? Find(Guid id, StoreTransaction transaction, Func<AccessLoader, UserAccess?> load)
    {
        var remembered = known;
        if (!transaction.SecurityChanged && remembered.TryGetValue(id, out var access))
        {
            return access;
        }

        access = load(new AccessLoader(transaction, systemUserId));
        if (access is not null && !transaction.SecurityChanged)
        {
            remembered[id] = access;
        }

        return access;
    }
}
