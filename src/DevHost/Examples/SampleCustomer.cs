using Microsoft.Xrm.Sdk;
using smSys.Messaging.Messages;

namespace DevHost.Examples;

/// <summary>One customer of an internet provider with what she used: the table that the sample solution brings.</summary>
public static class SampleCustomer
{
    /// <summary>Her phone.</summary>
    public const string Mobile = "09120001405";

    /// <summary>What is sent back when she confirms her registration.</summary>
    public const string Password = "Sahand-4812";

    private const int Days = 130;
    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The id of a sample row.</summary>
    public static Guid IdOf(string name) => DeterministicId.Create(IdTime, "sample", name);

    /// <summary>Enters her and her usage of the last four months; entering again changes nothing.</summary>
    public static EntityReference Enter(IOrganizationService service, DateTime now)
    {
        var customer = CreateOnce.Do(service, new Entity("contact", IdOf("customer"))
        {
            ["firstname"] = "نگار",
            ["lastname"] = "نمونه",
            ["mobilephone"] = Mobile,
            ["emailaddress1"] = "negar@example.test",
            ["fax"] = "02188776655",
            ["externaluseridentifier"] = Password,
        });
        for (var day = 0; day < Days; day += 3)
        {
            CreateOnce.Do(service, new Entity("isp_usage", IdOf("usage " + day.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            {
                ["isp_name"] = "مصرف روزانه",
                ["isp_contactid"] = customer,
                ["isp_usedon"] = now.Date.AddDays(-day).AddHours(9),
                ["isp_megabytes"] = 200 + (day * 7),
            });
        }

        return customer;
    }
}
