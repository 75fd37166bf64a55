using System.Net;
using System.Net.Sockets;
using System.Text;
using DevHost;

namespace Journeys;

/// <summary>What cannot be used is refused with one sentence and exit code 2.</summary>
public class BadInputTests
{
    [Fact]
    public async Task A_file_that_is_not_there() =>
        await Refuses("cannot be read", "journey", "--contacts", "/nowhere/contacts.csv");

    [Fact]
    public async Task A_provider_that_is_not_known() =>
        await Refuses("There is no provider \"nobody\"; choose one of", "journey", "--provider", "nobody");

    [Fact]
    public async Task A_provider_to_serve_that_is_not_known() =>
        await Refuses("There is no provider \"nobody\"; choose one of atieh, asanak, bsms, ", "--provider", "nobody");

    [Fact]
    public async Task A_time_scale_that_makes_no_sense() =>
        await Refuses("--time-scale 0 is out of range", "journey", "--time-scale", "0");

    [Theory]
    [InlineData("--recipients 0 is out of range", "--recipients", "0")]
    [InlineData("--recipients 3000000 is out of range", "--recipients", "3000000")]
    [InlineData("'--recipients'", "--recipients", "many")]
    [InlineData("There is no provider \"nobody\"", "--provider", "nobody")]
    [InlineData("--time-scale 0 is out of range", "--time-scale", "0")]
    public async Task A_bulk_that_cannot_be(string sentence, params string[] arguments) => await Refuses(sentence, ["bulk", .. arguments]);

    [Fact]
    public async Task A_file_without_a_number_column()
    {
        using var folder = new TemporaryFolder();

        await Refuses("has no column mobilephone", "journey", "--contacts", folder.Write("c.csv", "name,phone", "الف,1"));
    }

    [Fact]
    public async Task A_file_that_names_a_column_twice()
    {
        using var folder = new TemporaryFolder();

        await Refuses("names the column mobilephone twice", "journey", "--contacts", folder.Write("c.csv", "mobilephone,MobilePhone", "1,2"));
    }

    [Fact]
    public async Task An_empty_file()
    {
        using var folder = new TemporaryFolder();

        await Refuses("is empty", "journey", "--contacts", folder.Write("c.csv"));
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("c.csv");
        File.WriteAllBytes(file, [.. Encoding.ASCII.GetBytes("firstname,mobilephone\n"), 0xC7, 0xE1, 0xED, 0x2C, 0x31]);

        await Refuses("is not UTF-8", "journey", "--contacts", file);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a-file", "not a folder");

        await Refuses("cannot be written", "journey", "--data", Path.Combine(file, "below"));
    }

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await Refuses($"Port {port} is taken", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("'--no-such-option'", "journey", "--json", "--no-such-option")]
    [InlineData("'--seed'", "journey", "--json", "--seed", "x")]
    [InlineData("'--port'", "--port", "many")]
    public async Task An_option_that_cannot_be_read(string named, params string[] arguments) => await Refuses(named, arguments);

    [Fact]
    public async Task A_folder_whose_organisation_is_damaged()
    {
        using var folder = new TemporaryFolder();
        folder.Write("organization.db", [.. Enumerable.Repeat("no database", 1000)]);

        await Refuses("is damaged", "journey", "--data", folder.Path);
    }

    [Fact]
    public async Task A_folder_in_which_another_process_works()
    {
        using var folder = new TemporaryFolder();
        using var occupied = DataFolder.Occupy(folder.Path);

        await Refuses("is in use by another smSys", "journey", "--data", folder.Path);
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("broken")]
    public async Task A_solution_zip_that_cannot_be_used(string how)
    {
        using var folder = new TemporaryFolder();
        var zip = how == "broken" ? folder.Write("smSys.zip", "this is no zip") : Path.Combine(folder.Path, "smSys.zip");

        var refused = await Assert.ThrowsAsync<BadInputException>(() => LocalSystem.StartAsync(
            new LocalSystemOptions { Providers = ["ghasedak"], SolutionZip = zip }, CancellationToken.None));

        Assert.Contains(how, refused.Message, StringComparison.Ordinal);
    }

    private static async Task Refuses(string sentence, params string[] arguments)
    {
        var result = await HostProcess.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Trim().Split('\n'));
        Assert.Empty(result.Output);
    }
}
