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

    [Fact]
    public async Task Pieces_of_a_ring_end_where_the_next_begins()
    {
        await using var actor = await stage.EnterAsync(Actor.Administrator, Actor.English);
        var drawn = await actor.Page.EvaluateAsync<string[]>("""
            async () => {
                const { rings } = await import('/shell/files/chart-svg.js');
                const pieces = (values) => rings({ categories: values.map(String), series: [{ name: 'SMS', values }] }, 'SMS', true).querySelectorAll('path');
                return Array.from(pieces([1, 2, 5]), (one) => one.getAttribute('d')).concat(String(pieces([3]).length), String(pieces([0, 3]).length));
            }
            """);
        var rims = drawn.Take(3).Select(path => (From: path.Split('L')[1].Split('A')[0], Arc: path.Split('A')[1].TrimEnd('Z').Split(' '))).ToList();

        Assert.Equal(rims.Skip(1).Select(piece => piece.From), rims.Take(2).Select(piece => string.Join(' ', piece.Arc[^2..])));
        Assert.Equal(["0", "0", "1"], rims.Select(piece => piece.Arc[3]));
        Assert.Equal(["0", "1"], drawn.Skip(3));
    }
}
