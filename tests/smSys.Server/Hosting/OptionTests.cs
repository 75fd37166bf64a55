using smSys.Server.Callbacks;
using smSys.Server.Hosting;
using smSys.Server.WebApi;

namespace smSys.Server.Tests.Hosting;

public class OptionTests
{
    [Fact]
    public void Good_options_have_no_problem()
    {
        var online = new CrmOptions { Address = "https://sales.crm4.dynamics.com", SignIn = CrmSignIn.ClientCredentials, Tenant = "t", ClientId = "c", ClientSecret = "s" };

        Assert.Empty(OptionRules.ProblemsOf(new ServerOptions { Crm = new CrmOptions { Address = "https://crm.example.ir/sales" } }));
        Assert.Empty(OptionRules.ProblemsOf(new ServerOptions { Crm = online, Listen = "http://*:80;http://127.0.0.1:5091" }));
    }

    [Theory]
    [InlineData("", "Crm:Address is missing")]
    [InlineData("crm", "Crm:Address has to be")]
    [InlineData("ftp://crm.example.ir/sales", "Crm:Address has to be")]
    [InlineData("http://crm.example.ir/sales", "Crm:AllowPlainHttp")]
    [InlineData("https://crm.example.ir/sales/api/data/v9.0", "/api/data")]
    [InlineData("https://admin@crm.example.ir/sales", "user name")]
    public void A_wrong_address_is_one_sentence(string address, string part)
    {
        var problem = Assert.Single(OptionRules.ProblemsOf(new ServerOptions { Crm = new CrmOptions { Address = address } }));

        Assert.Contains(part, problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_missing_part_of_a_sign_in_is_named()
    {
        var application = new ServerOptions { Crm = new CrmOptions { Address = "https://a.example.ir", SignIn = CrmSignIn.ClientCredentials } };
        var user = new ServerOptions { Crm = new CrmOptions { Address = "https://a.example.ir", SignIn = CrmSignIn.WindowsUser } };
        var nobody = new ServerOptions { Crm = new CrmOptions { Address = "https://a.example.ir", SignIn = CrmSignIn.None } };

        Assert.Equal(3, OptionRules.ProblemsOf(application).Count);
        Assert.Equal(2, OptionRules.ProblemsOf(user).Count);
        Assert.Single(OptionRules.ProblemsOf(nobody));
    }

    [Fact]
    public void Every_odd_number_is_named()
    {
        var options = new ServerOptions { Listen = "5090;https://localhost:5090", Crm = new CrmOptions { Address = "https://a.example.ir", Timeout = TimeSpan.Zero } };
        options.Heart.Interval = TimeSpan.Zero;
        options.Heart.RowInterval = TimeSpan.Zero;
        options.Heart.RepeatAfter = TimeSpan.FromSeconds(1);
        options.Heart.LongestPause = TimeSpan.FromSeconds(-1);
        options.Heart.Parallel = 0;
        options.Ear.Secret = "short";
        options.Ear.Folder = " ";
        options.Ear.FolderMegabytes = 0;
        options.Ear.BodyBytes = 1_000_000;
        options.Ear.PushesPerMinute = 0;
        options.Ear.Linger = TimeSpan.FromHours(1);
        options.Ear.Proxies = ["proxy.example.ir"];

        var problems = OptionRules.ProblemsOf(options);

        Assert.Equal(15, problems.Count);
        Assert.DoesNotContain(problems, problem => problem.Contains("short\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_command_line_is_read()
    {
        var options = OptionReader.Read(["--Crm:Address=https://crm.example.ir/sales", "--Heart:Interval=00:00:07", "--Ear:Replies:Rahyab=1", "--Ear:Secret=0123456789abcdef"], out var problems);

        Assert.Empty(problems);
        Assert.Equal("https://crm.example.ir/sales", options.Crm.Address);
        Assert.Equal(TimeSpan.FromSeconds(7), options.Heart.Interval);
        Assert.Equal("1", options.Ear.Replies["rahyab"]);
        Assert.Equal(new EarOptions().BodyBytes, options.Ear.BodyBytes);
    }

    [Theory]
    [InlineData("--Crm:Adress=https://crm.example.ir", "Adress")]
    [InlineData("--Heart:Interval=soon", "Heart:Interval")]
    [InlineData("--Crm:SignIn=Magic", "Crm:SignIn")]
    public void An_option_that_is_misspelt_or_does_not_fit_is_named_and_its_value_is_not_shown(string argument, string part)
    {
        OptionReader.Read([argument], out var problems);

        var problem = Assert.Single(problems);
        Assert.Contains(part, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(argument.Split('=')[1], problem, StringComparison.Ordinal);
    }
}
