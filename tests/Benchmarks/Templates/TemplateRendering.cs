using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using CrmEmulator;
using Fluid;
using Fluid.Values;
using HandlebarsDotNet;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Templates;
using smSys.Messaging.Times;

namespace Benchmarks.Templates;

/// <summary>
/// The brochure's template for one recipient: three values from two related records and a Jalali date. Each gets the values read
/// out of CRM's rows as it likes them best: ours as its plan reads them, the others as objects with properties, and a helper for
/// the date that reckons as ours does. Compiling the template, and asking CRM, are outside the measure.
/// </summary>
public class TemplateRendering
{
    private Template _template = null!;
    private ITemplateValues _values = null!;
    private HandlebarsTemplate<object, object> _handlebars = null!;
    private IFluidTemplate _fluid = null!;
    private TemplateOptions _fluidOptions = null!;
    private Recipient _recipient = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _recipient = new Recipient("رضایی", new Company("شرکت نمونه", "02188776655"), new Agreement("پشتیبانی", new DateTime(2027, 6, 21)));
        PrepareOurs();
        var handlebars = Handlebars.Create();
        handlebars.RegisterHelper("jalali", (writer, _, arguments) => writer.WriteSafeString(Jalali((DateTime)arguments[0])));
        _handlebars = handlebars.Compile("مشتری گرامی {{{Company.Name}}} ({{{Company.Phone}}})، قرارداد {{{Agreement.Title}}} شما تا {{jalali Agreement.Ends}} اعتبار دارد.");

        _fluidOptions = new TemplateOptions();
        _fluidOptions.MemberAccessStrategy.Register<Recipient>();
        _fluidOptions.MemberAccessStrategy.Register<Company>();
        _fluidOptions.MemberAccessStrategy.Register<Agreement>();
        _fluidOptions.Filters.AddFilter("jalali", (input, _, _) => new StringValue(Jalali(((DateTimeValue)input).ToObjectValue() is DateTimeOffset time ? time.DateTime : default)));
        _fluid = new FluidParser().Parse("مشتری گرامی {{ Company.Name }} ({{ Company.Phone }})، قرارداد {{ Agreement.Title }} شما تا {{ Agreement.Ends | jalali }} اعتبار دارد.");

        var ours = Ours();
        if (ours != _handlebars(_recipient) || ours != Fluid())
        {
            throw new InvalidOperationException($"The three do not say the same.\n{ours}\n{_handlebars(_recipient)}\n{Fluid()}");
        }
    }

    [Benchmark(Baseline = true)]
    public string Ours() => TemplateRenderer.Render(_template, _values).Text;

    [Benchmark]
    public string HandlebarsNet() => _handlebars(_recipient);

    [Benchmark]
    public string Fluid() => _fluid.Render(new TemplateContext(_recipient, _fluidOptions));

    internal static IReadOnlyList<Figure> Judge(Summary summary)
    {
        var ours = Runner.MeanOf(summary, nameof(Ours));
        var handlebars = Runner.MeanOf(summary, nameof(HandlebarsNet));
        var fluid = Runner.MeanOf(summary, nameof(Fluid));
        return
        [
            Figure.AtLeast("templates: the better of Handlebars.Net and Fluid / ours, time", Math.Min(handlebars, fluid) / ours, 3),
            Figure.ForInformation("templates: Handlebars.Net / ours, time", handlebars / ours),
            Figure.ForInformation("templates: Fluid / ours, time", fluid / ours),
            Figure.ForInformation("templates: nanoseconds a recipient", ours),
            Figure.ForInformation("templates: bytes a recipient", Runner.BytesOf(summary, nameof(Ours))),
        ];
    }

    private void PrepareOurs()
    {
        using var crm = Organization.Open(new OrganizationOptions());
        var service = crm.ServiceFor(crm.AdministratorId);
        var company = service.Create(new Entity("account") { ["name"] = _recipient.Company.Name, ["telephone1"] = _recipient.Company.Phone });
        var contact = service.Create(new Entity("contact") { ["lastname"] = _recipient.Name, ["parentcustomerid"] = new EntityReference("account", company) });
        service.Create(new Entity("contract")
        {
            ["title"] = _recipient.Agreement.Title,
            ["customerid"] = new EntityReference("contact", contact),
            ["expireson"] = DateTime.SpecifyKind(_recipient.Agreement.Ends, DateTimeKind.Utc),
        });
        _template = TemplateParser.Parse(
            "مشتری گرامی {{parentcustomerid.name}} ({{parentcustomerid.telephone1}})، قرارداد {{contract(newest by expireson).title}} شما تا "
            + "{{contract(newest by expireson).expireson | date \"yyyy/MM/dd\" jalali}} اعتبار دارد.").Template!;
        var shapes = new TableShapes(service);
        _values = new TemplateRows(service, shapes).Read(TemplatePlan.Build("contact", _template.RequiredPaths, shapes), [contact])[contact];
    }

    private static string Jalali(DateTime date)
    {
        // Our own reckoning: .NET's would take most of their time and say nothing about templates.
        var day = JalaliDate.Of(date);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}/{day.Month:00}/{day.Day:00}");
    }

    public sealed record Recipient(string Name, Company Company, Agreement Agreement);

    public sealed record Company(string Name, string Phone);

    public sealed record Agreement(string Title, DateTime Ends);
}
