using Benchmarks;
using Benchmarks.Emulator;
using Benchmarks.Numbers;
using Benchmarks.Text;

// A further benchmark is a further line: its name, its class, and what is read off its summary.
Measure[] measures =
[
    new("numbers", typeof(NumberParsing), NumberParsing.Judge),
    new("parts", typeof(TextParts), TextParts.Judge),
    new("emulator", typeof(EmulatorRows), EmulatorRows.Judge),
];

return Runner.Run(args, measures);
