using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Query;

public sealed class PagingTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    public PagingTests()
    {
        foreach (var number in Enumerable.Range(1, 25))
        {
            sample.Service.Create(new Entity("new_order") { ["new_name"] = number % 5 == 0 ? null : $"سفارش {number % 3}", ["new_pieces"] = number });
        }
    }

    [Theory]
    [InlineData("new_pieces", OrderType.Descending)]
    [InlineData("new_name", OrderType.Ascending)]
    [InlineData("new_name", OrderType.Descending)]
    [InlineData("new_colour", OrderType.Ascending)]
    [InlineData(null, OrderType.Ascending)]
    public void Pages_by_cookie_hold_every_row_once(string? order, OrderType direction)
    {
        var query = Query(order, direction);
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = 7 };
        var seen = new List<Guid>();
        while (true)
        {
            var page = sample.Service.RetrieveMultiple(query);
            seen.AddRange(page.Entities.Select(row => row.Id));
            if (!page.MoreRecords)
            {
                break;
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
        Assert.Equal(sample.Service.RetrieveMultiple(Query(order, direction)).Entities.Select(row => row.Id), seen);
    }

    [Fact]
    public void A_cookie_has_the_platforms_form()
    {
        var query = Query("new_pieces", OrderType.Ascending);
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = 2 };

        var cookie = sample.Service.RetrieveMultiple(query).PagingCookie;

        Assert.Matches("^<cookie page=\"1\"><new_pieces last=\"2\" first=\"1\" /><new_orderid last=\"{[0-9A-F-]{36}}\" first=\"{[0-9A-F-]{36}}\" /></cookie>$", cookie);
    }

    [Fact]
    public void A_row_that_goes_away_between_pages_moves_nothing_with_a_cookie()
    {
        var query = Query("new_pieces", OrderType.Ascending);
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = 5 };
        var first = sample.Service.RetrieveMultiple(query);
        sample.Service.Delete("new_order", first.Entities[0].Id);

        query.PageInfo.PageNumber = 2;
        query.PageInfo.PagingCookie = first.PagingCookie;

        Assert.Equal(6, sample.Service.RetrieveMultiple(query).Entities[0]["new_pieces"]);
    }

    [Fact]
    public void Top_and_total_are_given()
    {
        var top = Query("new_pieces", OrderType.Descending);
        top.TopCount = 3;
        var total = Query(null, OrderType.Ascending);
        total.PageInfo = new PagingInfo { PageNumber = 1, Count = 4, ReturnTotalRecordCount = true };

        Assert.Equal([25, 24, 23], sample.Service.RetrieveMultiple(top).Entities.Select(row => (int)row["new_pieces"]));
        Assert.Equal((25, false), (sample.Service.RetrieveMultiple(total).TotalRecordCount, sample.Service.RetrieveMultiple(total).TotalRecordCountLimitExceeded));
        Assert.Equal(-1, sample.Service.RetrieveMultiple(top).TotalRecordCount);
        top.PageInfo = new PagingInfo { PageNumber = 1, Count = 2 };
        SampleOrganization.AssertFault(FaultCodes.QueryInvalidPaging, "Top", () => sample.Service.RetrieveMultiple(top));
    }

    [Fact]
    public void High_pages_need_a_cookie()
    {
        var query = Query(null, OrderType.Ascending);
        query.PageInfo = new PagingInfo { PageNumber = 11, Count = 5000 };

        SampleOrganization.AssertFault(FaultCodes.QueryInvalidPaging, "Paging cookie is required", () => sample.Service.RetrieveMultiple(query));
    }

    [Fact]
    public void Distinct_gives_each_value_once()
    {
        var query = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name"), Distinct = true };
        query.AddOrder("new_name", OrderType.Ascending);

        Assert.Equal([null, "سفارش 0", "سفارش 1", "سفارش 2"], sample.Service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>("new_name")));
    }

    public void Dispose() => sample.Dispose();

    private static QueryExpression Query(string? order, OrderType direction)
    {
        var query = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name", "new_pieces") };
        if (order is not null)
        {
            query.AddOrder(order, direction);
        }

        return query;
    }
}
