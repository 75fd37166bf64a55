using CrmEmulator.Faults;
using CrmEmulator.Query;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations.Marketing;

/// <summary>AddMemberList.</summary>
internal sealed class AddMemberListOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var members = ListMembers.Of(request.Required<Guid>("ListId"), scope);
        var id = members.Add(request.Required<Guid>("EntityId"));
        members.Count();
        return new AddMemberListResponse { Results = { ["Id"] = id } };
    }
}

/// <summary>AddListMembersList: many members at once.</summary>
internal sealed class AddListMembersListOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var members = ListMembers.Of(request.Required<Guid>("ListId"), scope);
        foreach (var member in request.Required<Guid[]>("MemberIds"))
        {
            members.Add(member);
        }

        members.Count();
        return new AddListMembersListResponse();
    }
}

/// <summary>RemoveMemberList.</summary>
internal sealed class RemoveMemberListOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var members = ListMembers.Of(request.Required<Guid>("ListId"), scope);
        members.Remove(request.Required<Guid>("EntityId"));
        members.Count();
        return new RemoveMemberListResponse();
    }
}

/// <summary>CopyMembersList: the members of one static list into another.</summary>
internal sealed class CopyMembersListOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var members = ListMembers.Of(request.Required<Guid>("TargetListId"), scope);
        foreach (var member in MembersOf(request.Required<Guid>("SourceListId"), scope))
        {
            members.Add(member);
        }

        members.Count();
        return new CopyMembersListResponse();
    }

    private static List<Guid> MembersOf(Guid list, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("SELECT entityid FROM listmember WHERE listid=?");
        statement.Bind(1, list);
        var ids = new List<Guid>();
        while (statement.Step())
        {
            ids.Add(statement.Guid(0));
        }

        statement.Reset();
        return ids;
    }
}

/// <summary>CopyDynamicListToStatic: whom the query finds now become members of a new list.</summary>
internal sealed class CopyDynamicListToStaticOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var table = scope.Catalog.Table("list");
        var source = request.Required<Guid>("ListId");
        var row = Rows.Read(scope.Transaction, table, source, table.Column("listname"), table.Column("query"), table.Column("type"), table.Column("createdfromcode")) ?? throw Fault.RowMissing("list", source);
        if (!row.Get<bool>("type") || row.Get<string>("query") is not { } fetch)
        {
            throw Fault.Argument("The marketing list is not dynamic.");
        }

        var copy = new Entity("list") { ["listname"] = row.Get<string>("listname"), ["type"] = false, ["createdfromcode"] = row.Get<OptionSetValue>("createdfromcode") };
        var id = (Guid)scope.Pipeline(new CreateRequest { Target = copy }).Results["id"];
        var members = ListMembers.Of(id, scope);
        foreach (var member in Everybody(fetch, scope))
        {
            members.Add(member);
        }

        members.Count();
        return new CopyDynamicListToStaticResponse { Results = { ["StaticListId"] = id } };
    }

    private static IEnumerable<Guid> Everybody(string fetch, OperationScope scope)
    {
        string? cookie = null;
        for (var page = 1; ; page++)
        {
            var query = FetchXmlReader.Read(fetch);
            query.Page = page;
            query.Cookie = cookie;
            var rows = QueryRunner.Run(scope, query);
            foreach (var row in rows.Entities)
            {
                yield return row.Id;
            }

            if (!rows.MoreRecords)
            {
                yield break;
            }

            cookie = rows.PagingCookie;
        }
    }
}
