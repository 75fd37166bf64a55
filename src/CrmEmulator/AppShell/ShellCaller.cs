using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.WebApi;
using Microsoft.AspNetCore.Http;

namespace CrmEmulator.AppShell;

/// <summary>Who looks at a page: the signed-in user with privileges and language.</summary>
internal sealed record ShellCaller(Organization Organization, UserAccess Access, int Language)
{
    public const int Persian = 1065;

    public Guid UserId => Access.UserId;

    public MetadataCatalog Catalog => Organization.Metadata;

    /// <summary>The user of the session cookie; null: nobody is signed in, or the user is gone or disabled.</summary>
    public static ShellCaller? Of(HttpContext context, Organization organization)
    {
        if (!Guid.TryParse(context.Request.Cookies[WebApiOptions.SessionCookie], out var id))
        {
            return null;
        }

        UserAccess access;
        using (var transaction = organization.Store.BeginRead())
        {
            if (!Exists(transaction, id))
            {
                return null;
            }

            access = organization.Access.For(id, transaction);
        }

        return access.IsDisabled ? null : new ShellCaller(organization, access, access.Language ?? organization.Options.Language);
    }

    /// <summary>The words in the caller's language; what the platform itself has by its column's name only is put into words.</summary>
    public string Text(Labels labels) => labels.Texts.ContainsKey(Language) && Language != Labels.English ? labels.In(Language) : StandardWords.In(Language, labels.In(Labels.English));

    public bool Can(TableDefinition table, PrivilegeAction action) => Access.For(table, action).Depth != PrivilegeDepth.None;

    private static bool Exists(Storage.StoreTransaction transaction, Guid id)
    {
        var statement = transaction.Connection.Prepare("SELECT 1 FROM systemuser WHERE systemuserid=?");
        statement.Bind(1, id);
        var exists = statement.Step();
        statement.Reset();
        return exists;
    }
}
