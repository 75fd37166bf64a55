using Benchmarks;
using Benchmarks.Addresses;
using Benchmarks.Emulator;
using Benchmarks.Keywords;
using Benchmarks.Numbers;
using Benchmarks.Providers;
using Benchmarks.Text;

// A further benchmark is a further line: its name, what runs it, and what is read off it.
Measure[] measures =
[
    Measure.Of<NumberParsing>("numbers", NumberParsing.Judge),
    Measure.Of<TextParts>("parts", TextParts.Judge),
    Measure.Of<EmulatorRows>("emulator", EmulatorRows.Judge),
    Measure.Of<KeywordRules>("keywords", KeywordRules.Judge),
    new("addresses", AddressFilling.Run),
    new("providers", ProviderTable.Run),
];

return Runner.Run(args, measures);
