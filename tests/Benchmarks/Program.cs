using Benchmarks;
using Benchmarks.Addresses;
using Benchmarks.Bulk;
using Benchmarks.Emulator;
using Benchmarks.Keywords;
using Benchmarks.Numbers;
using Benchmarks.Providers;
using Benchmarks.Templates;
using Benchmarks.Text;
using Benchmarks.Views;

if (args is [BulkHost.Command, .. var host])
{
    return await BulkHost.RunAsync(host);
}

// A further benchmark is a further line: its name, what runs it, and what is read off it.
Measure[] measures =
[
    Measure.Of<NumberParsing>("numbers", NumberParsing.Judge),
    Measure.Of<TextParts>("parts", TextParts.Judge),
    Measure.Of<TemplateRendering>("templates", TemplateRendering.Judge),
    Measure.Of<EmulatorRows>("emulator", EmulatorRows.Judge),
    Measure.Of<KeywordRules>("keywords", KeywordRules.Judge),
    new("addresses", AddressFilling.Run),
    new("providers", ProviderTable.Run),
    new("views", ViewReading.Run),
    new("bulk", () => BulkMeasure.Run(BulkMeasure.SizesOr(1_000, 10_000, 100_000))),
    new("bulk-million", () => BulkMeasure.Run(10_000, 1_000_000)) { IsOnlyRunByName = true },
];

return Runner.Run(args, measures);
