using Microsoft.Xrm.Sdk;
using smSys.Messaging.Messages;
using smSys.Messaging.Numbers;
using smSys.Messaging.Text;

namespace DevHost.Contacts;

/// <summary>A contact whose number gets the message.</summary>
public sealed record Recipient(Guid ContactId, PhoneNumber Number);

/// <summary>What an import brought.</summary>
/// <param name="Rows">Rows of the file that are not blank.</param>
/// <param name="Recipients">One for each number, the first contact that has it.</param>
/// <param name="Invalid">Rows that could not be read, and contacts whose number cannot receive an SMS, with line and reason.</param>
/// <param name="Duplicates">Contacts whose number an earlier one has.</param>
public sealed record ContactImportResult(int Rows, IReadOnlyList<Recipient> Recipients, IReadOnlyList<RowProblem> Invalid, int Duplicates);

/// <summary>
/// Makes a contact of each row and an account of each company. The ids come from the file's text, so importing the same
/// file again changes nothing.
/// </summary>
public sealed class ContactImport(IOrganizationService service, string fileName)
{
    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<string, EntityReference> _companies = new(StringComparer.Ordinal);

    /// <summary>Imports a file; <paramref name="progress"/> is told the number of rows done.</summary>
    public ContactImportResult Import(ContactFile file, Action<int> progress)
    {
        var recipients = new List<Recipient>();
        var invalid = new List<RowProblem>(file.Problems);
        var numbers = new HashSet<PhoneNumber>();
        var duplicates = 0;
        var done = 0;
        foreach (var row in file.Rows)
        {
            var problem = Create(row, out var contactId);
            var parsed = PhoneNumberParser.ParseMobile(row.MobilePhone);
            if (problem is not null || !parsed.IsValid)
            {
                invalid.Add(problem ?? new RowProblem(row.Line, NumberProblemText.For(parsed.Problem, Language.English)));
            }
            else if (numbers.Add(parsed.Number))
            {
                recipients.Add(new Recipient(contactId, parsed.Number));
            }
            else
            {
                duplicates++;
            }

            progress(++done);
        }

        var rows = file.Rows.Count + file.Problems.Count;
        return new ContactImportResult(rows, recipients, [.. invalid.OrderBy(p => p.Line)], duplicates);
    }

    private RowProblem? Create(ContactRow row, out Guid id)
    {
        id = DeterministicId.Create(
            IdTime,
            "contact",
            fileName,
            row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture),
            row.FirstName,
            row.LastName,
            row.JobTitle,
            row.MobilePhone,
            row.Company);
        var contact = new Entity("contact", id);
        Set(contact, "firstname", row.FirstName);
        Set(contact, "lastname", row.LastName.Length == 0 && row.FirstName.Length == 0 ? $"Row {row.Line}" : row.LastName);
        Set(contact, "jobtitle", row.JobTitle);
        Set(contact, "mobilephone", row.MobilePhone);
        if (row.Company.Length > 0)
        {
            contact["parentcustomerid"] = CompanyOf(row.Company);
        }

        return CreateOnce.Try(service, contact) is { } fault ? new RowProblem(row.Line, fault) : null;
    }

    private EntityReference CompanyOf(string name)
    {
        if (!_companies.TryGetValue(name, out var company))
        {
            var account = new Entity("account", DeterministicId.Create(IdTime, "account", fileName, name)) { ["name"] = name.Length <= 160 ? name : name[..160] };
            CreateOnce.Do(service, account);
            _companies[name] = company = account.ToEntityReference();
        }

        return company;
    }

    private static void Set(Entity entity, string column, string value)
    {
        if (value.Length > 0)
        {
            entity[column] = value;
        }
    }
}
