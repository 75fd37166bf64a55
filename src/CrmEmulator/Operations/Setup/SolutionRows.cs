using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Setup;

/// <summary>Writes what an import brought as rows, so that clients can ask for it.</summary>
internal sealed class SolutionRows(OperationScope scope, SolutionContent content)
{
    private static readonly Dictionary<string, int> FormTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dashboard"] = 0,
        ["main"] = 2,
        ["mobile"] = 5,
        ["quick"] = 6,
        ["quickCreate"] = 7,
        ["dialog"] = 8,
        ["card"] = 11,
        ["mainInteractionCentric"] = 12,
    };

    public void Write(SolutionDefinition solution)
    {
        PrivilegeRows.EnsureAll(scope);
        WriteSolution(solution);
        Forget("sdkmessageprocessingstepimage", content.Steps.Values.SelectMany(step => step.Images).Select(image => image.Id));
        Forget("sdkmessageprocessingstep", content.Steps.Keys);
        Forget("plugintype", content.PlugInTypes.Values.Select(type => type.Id));
        WriteCode();
        WritePages();
        WriteSecurity();
        WriteWorkflows();
    }

    /// <summary>Takes away the rows of components that no package has any more.</summary>
    private void Forget(string name, IEnumerable<Guid> kept)
    {
        var table = scope.Catalog.Table(name);
        var known = kept.ToHashSet();
        var statement = scope.Transaction.Connection.Prepare($"SELECT {SqlNames.Quote(table.PrimaryKey.LogicalName)} FROM {SqlNames.Of(table)}");
        var gone = new List<Guid>();
        while (statement.Step())
        {
            if (!known.Contains(statement.Guid(0)))
            {
                gone.Add(statement.Guid(0));
            }
        }

        statement.Reset();
        gone.ForEach(id => Rows.Delete(scope.Transaction, table, id));
    }

    private void Save(string table, Guid id, params (string Column, object? Value)[] values)
    {
        var row = PlatformRow.Start(scope.Catalog.Table(table), id, scope);
        if (row.Table.Ownership == Ownership.User)
        {
            OwnerChange.Complete(row, scope);
        }

        foreach (var (column, value) in values)
        {
            row[column] = value is string { Length: 0 } ? null : value;
        }

        PlatformRow.Save(row, scope);
    }

    private void WriteSolution(SolutionDefinition solution)
    {
        var publisher = StableId.Of("publisher", solution.PublisherName);
        Save("publisher", publisher, ("friendlyname", solution.PublisherName), ("uniquename", solution.PublisherName), ("customizationprefix", solution.PublisherPrefix));
        Save(
            "solution",
            StableId.Of("solution", solution.UniqueName),
            ("friendlyname", solution.FriendlyName),
            ("uniquename", solution.UniqueName),
            ("version", solution.Version),
            ("ismanaged", solution.IsManaged),
            ("isvisible", true),
            ("installedon", scope.UtcNow),
            ("publisherid", new EntityReference("publisher", publisher)));
    }

    private void WriteCode()
    {
        foreach (var assembly in content.Assemblies.Values)
        {
            Save("pluginassembly", assembly.Id, ("name", assembly.Name), ("isolationmode", new OptionSetValue(assembly.IsolationMode)), ("sourcetype", new OptionSetValue(0)), ("content", Convert.ToBase64String(assembly.Content.Span)));
        }

        foreach (var type in content.PlugInTypes.Values)
        {
            Save("plugintype", type.Id, ("name", type.Name), ("typename", type.TypeName), ("friendlyname", type.FriendlyName), ("workflowactivitygroupname", type.WorkflowGroupName), ("isworkflowactivity", type.WorkflowGroupName is not null), ("pluginassemblyid", new EntityReference("pluginassembly", type.AssemblyId)));
        }

        foreach (var step in content.Steps.Values)
        {
            var type = new EntityReference("plugintype", content.PlugInTypes[step.PlugInTypeName].Id);
            var message = SdkMessages.ById.FirstOrDefault(known => known.Value == step.Message).Key;
            Save("sdkmessageprocessingstep", step.Id, ("name", step.Name), ("configuration", step.Configuration), ("filteringattributes", string.Join(',', step.FilteringColumns)), ("rank", step.Rank), ("asyncautodelete", step.AsyncAutoDelete), ("mode", new OptionSetValue(step.Mode)), ("stage", new OptionSetValue(step.Stage)), ("supporteddeployment", new OptionSetValue(0)), ("plugintypeid", type), ("eventhandler", type), ("sdkmessageid", message == Guid.Empty ? null : new EntityReference("sdkmessage", message)));
            foreach (var image in step.Images)
            {
                Save("sdkmessageprocessingstepimage", image.Id, ("name", image.Name), ("entityalias", image.Alias), ("attributes", string.Join(',', image.Columns)), ("messagepropertyname", image.MessagePropertyName), ("imagetype", new OptionSetValue(image.Kind)), ("sdkmessageprocessingstepid", new EntityReference("sdkmessageprocessingstep", step.Id)));
            }
        }
    }

    private void WritePages()
    {
        foreach (var resource in content.WebResources.Values)
        {
            Save("webresource", resource.Id, ("name", resource.Name), ("displayname", resource.DisplayName), ("webresourcetype", new OptionSetValue(resource.Kind)), ("languagecode", resource.Language), ("content", Convert.ToBase64String(resource.Content.Span)));
        }

        foreach (var view in content.Views.Values)
        {
            Save("savedquery", view.Id, ("name", view.Labels.In(scope.Organization.Options.Language)), ("fetchxml", view.FetchXml), ("layoutxml", view.LayoutXml), ("returnedtypecode", view.Table), ("querytype", view.Kind), ("isdefault", view.IsDefault), ("isquickfindquery", view.Kind == 4));
        }

        foreach (var form in content.Forms.Values)
        {
            Save("systemform", form.Id, ("name", form.Labels.In(scope.Organization.Options.Language)), ("formxml", form.FormXml), ("objecttypecode", form.Table), ("type", new OptionSetValue(FormTypes.GetValueOrDefault(form.Kind, 2))));
        }

        foreach (var chart in content.Charts.Values)
        {
            Save("savedqueryvisualization", chart.Id, ("name", chart.Labels.In(scope.Organization.Options.Language)), ("datadescription", chart.DescriptionXml), ("presentationdescription", chart.PresentationXml), ("primaryentitytypecode", chart.Table));
        }
    }

    private void WriteSecurity()
    {
        foreach (var role in content.Roles.Values)
        {
            RoleRows.Save(role.Id, role.Name, null, role.Privileges, scope);
        }

        foreach (var profile in content.FieldSecurityProfiles.Values)
        {
            Save("fieldsecurityprofile", profile.Id, ("name", profile.Name));
            foreach (var permission in profile.Permissions)
            {
                Save("fieldpermission", StableId.Of("fieldpermission", $"{profile.Id:D}{permission.Table}.{permission.Column}"), ("fieldsecurityprofileid", new EntityReference("fieldsecurityprofile", profile.Id)), ("entityname", permission.Table), ("attributelogicalname", permission.Column), ("canread", Allowed(permission.CanRead)), ("canupdate", Allowed(permission.CanUpdate)), ("cancreate", Allowed(permission.CanCreate)));
            }
        }
    }

    private void WriteWorkflows()
    {
        foreach (var workflow in content.Workflows.Values)
        {
            Save("workflow", workflow.Id, ("name", workflow.Name), ("type", new OptionSetValue(1)), ("category", new OptionSetValue(workflow.Category)), ("mode", new OptionSetValue(workflow.Mode)), ("scope", new OptionSetValue(workflow.Scope)), ("ondemand", workflow.OnDemand), ("triggeroncreate", workflow.TriggerOnCreate), ("triggerondelete", workflow.TriggerOnDelete), ("triggeronupdateattributelist", string.Join(',', workflow.TriggerColumns)), ("primaryentity", workflow.PrimaryTable), ("xaml", workflow.Xaml), ("statecode", new OptionSetValue(workflow.IsActive ? 1 : 0)), ("statuscode", new OptionSetValue(workflow.IsActive ? 2 : 1)));
        }
    }

    private static OptionSetValue Allowed(bool allowed) => new(allowed ? 4 : 0);
}
