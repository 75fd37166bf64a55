using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Addresses;
using smSys.Crm.Consents;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Addresses;

/// <summary>
/// Keeps the address book when a contact, account, lead or user is created, changed, assigned or deactivated. An import or a
/// directory synchronisation must never break on it: it makes only calls that do not fault, and a mistake of our own is traced
/// and leaves the book as it was, for the Normalise process to mend.
/// </summary>
[Step("Create", "contact", Stage.PostOperation)]
[Step("Update", "contact", Stage.PostOperation, Filters =
    [
        "mobilephone", "telephone1", "telephone2", "telephone3", "business2", "home2", "callback", "assistantphone", "managerphone",
        "firstname", "middlename", "lastname", "ownerid", "statecode",
    ])]
[Step("Create", "account", Stage.PostOperation)]
[Step("Update", "account", Stage.PostOperation, Filters = ["telephone1", "telephone2", "telephone3", "name", "ownerid", "statecode"])]
[Step("Create", "lead", Stage.PostOperation)]
[Step("Update", "lead", Stage.PostOperation, Filters =
    ["mobilephone", "telephone1", "telephone2", "telephone3", "firstname", "middlename", "lastname", "ownerid", "statecode"])]
[Step("Create", "systemuser", Stage.PostOperation)]
[Step("Update", "systemuser", Stage.PostOperation, Filters = ["mobilephone", "homephone", "firstname", "middlename", "lastname", "isdisabled"])]
[Step("SetState", "contact", Stage.PostOperation)]
[Step("SetState", "account", Stage.PostOperation)]
[Step("SetState", "lead", Stage.PostOperation)]
[Step("SetState", "systemuser", Stage.PostOperation)]
[Step("SetStateDynamicEntity", "contact", Stage.PostOperation)]
[Step("SetStateDynamicEntity", "account", Stage.PostOperation)]
[Step("SetStateDynamicEntity", "lead", Stage.PostOperation)]
[Step("SetStateDynamicEntity", "systemuser", Stage.PostOperation)]
[Step("Assign", "contact", Stage.PostOperation)]
[Step("Assign", "account", Stage.PostOperation)]
[Step("Assign", "lead", Stage.PostOperation)]
[Step("Merge", "contact", Stage.PostOperation)]
[Step("Merge", "account", Stage.PostOperation)]
[Step("Merge", "lead", Stage.PostOperation)]
[Step("Delete", "contact", Stage.PostOperation)]
[Step("Delete", "account", Stage.PostOperation)]
[Step("Delete", "lead", Stage.PostOperation)]
public sealed class RecordChanged : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        try
        {
            foreach (var record in ChangedRecords.Of(services.Context))
            {
                var change = new AddressKeeper(services.System).Keep(record, services.Clock());
                new MovedNumbers(services.System).Settle(change, services.Clock());
            }
        }
        catch (Exception mistake) when (mistake is not FaultException)
        {
            // A fault of the platform has undone the transaction already and cannot be hidden; a mistake of ours has not.
            services.Trace("The address book was left as it was: " + mistake.GetType().Name + ": " + mistake.Message);
        }
    }
}
