using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;

namespace Browser;

/// <summary>Charts are drawn to scale, also where there is one value only.</summary>
[Collection(Stories.Name)]
public sealed class ChartTests(Stage stage)
{
    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task One_value_is_a_bar_and_not_a_wall(int language)
    {
        _scene.Service.Create(new Entity("smsys_sms") { ["smsys_text"] = Words.Fresh("سلام"), ["subject"] = "سلام" });
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);
        await actor.OpenListAsync("smsys_sms");
        var charts = await actor.Page.Locator("[data-picker=chart] option").EvaluateAllAsync<string[]>("all => all.map((one) => one.value).filter(Boolean)");

        foreach (var chart in charts)
        {
            await actor.Page.Locator("[data-picker=chart]").SelectOptionAsync(chart);
            await actor.Page.Locator($".chart[data-chart='{chart}']").WaitForAsync();
            var widths = await actor.Page.Locator(".chart svg rect").EvaluateAllAsync<double[]>("all => all.map((one) => Math.min(Number(one.getAttribute('width')), Number(one.getAttribute('height'))))");
            Assert.All(widths, width => Assert.InRange(width, 0, 56));
        }

        await actor.LookAsync("chart");
    }
}
