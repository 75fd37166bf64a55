using System.Runtime.Serialization;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmSdk.Tests.Wire;

public class RoundTripTests
{
    private static readonly Guid Id = new("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    [Fact]
    public void A_row_keeps_every_kind_of_value()
    {
        var row = new Entity("smsys_sms", Id)
        {
            ["text"] = "سلام، حال شما؟ می‌آیید\n",
            ["whole"] = 42,
            ["big"] = 5_000_000_000L,
            ["decimal"] = 1.10m,
            ["double"] = 0.1,
            ["yes"] = true,
            ["when"] = new DateTime(2026, 11, 23, 8, 30, 0, DateTimeKind.Utc),
            ["id"] = Id,
            ["choice"] = new OptionSetValue(3),
            ["choices"] = new OptionSetValueCollection([new OptionSetValue(1), new OptionSetValue(2)]),
            ["money"] = new Money(12.5m),
            ["lookup"] = new EntityReference("contact", Id) { Name = "مینا" },
            ["party"] = new EntityCollection([new Entity("activityparty") { ["addressused"] = "0912" }]),
            ["linked"] = new AliasedValue("account", "statuscode", new OptionSetValue(7)),
            ["bytes"] = new byte[] { 1, 2, 3 },
            ["managed"] = new BooleanManagedProperty(true),
            ["nothing"] = null,
        };
        row.FormattedValues["choice"] = "ارسال شد";
        row.KeyAttributes["reference"] = 9;
        row.RowVersion = "100";
        row.RelatedEntities[new Relationship("smsys_replies") { PrimaryEntityRole = EntityRole.Referenced }] = new EntityCollection([new Entity("smsys_sms")]);

        foreach (var back in new[] { RoundTrip.Of(row), RoundTrip.WithResolver(row) })
        {
            Assert.Equal("smsys_sms", back.LogicalName);
            Assert.Equal(Id, back.Id);
            Assert.Equal("100", back.RowVersion);
            Assert.Equal(row.Attributes.Count, back.Attributes.Count);
            Assert.All(["text", "whole", "big", "decimal", "double", "yes", "when", "id", "choice", "money", "lookup", "nothing"], column => Assert.Equal(row[column], back[column]));
            Assert.Equal(DateTimeKind.Utc, back.GetAttributeValue<DateTime>("when").Kind);
            Assert.Equal("مینا", back.GetAttributeValue<EntityReference>("lookup").Name);
            Assert.Equal([1, 2], back.GetAttributeValue<OptionSetValueCollection>("choices").Select(one => one.Value));
            Assert.Equal("0912", back.GetAttributeValue<EntityCollection>("party")[0]["addressused"]);
            Assert.Equal(new OptionSetValue(7), back.GetAttributeValue<AliasedValue>("linked").Value);
            Assert.Equal([1, 2, 3], back.GetAttributeValue<byte[]>("bytes"));
            Assert.True(back.GetAttributeValue<BooleanManagedProperty>("managed").Value);
            Assert.Equal("ارسال شد", back.FormattedValues["choice"]);
            Assert.Equal(9, back.KeyAttributes["reference"]);
            Assert.Single(back.RelatedEntities.Single().Value.Entities);
        }
    }

    [Fact]
    public void A_type_the_service_does_not_know_is_refused()
    {
        var row = new Entity("contact") { ["firstname"] = new Stranger() };

        Assert.Throws<SerializationException>(() => RoundTrip.Of(row));
    }

    [Fact]
    public void An_early_bound_row_arrives_as_a_row()
    {
        var parameters = new ParameterCollection { ["Target"] = new Sms { ["subject"] = "سلام" } };

        var back = RoundTrip.WithResolver(parameters);

        var row = Assert.IsType<Entity>(back["Target"]);
        Assert.Equal("سلام", row["subject"]);
    }

    [Fact]
    public void The_wire_form_has_the_names_of_the_organization_service()
    {
        var text = RoundTrip.Text(new Entity("contact") { ["a"] = new OptionSetValue(3) });

        Assert.Contains("<Entity xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"http://schemas.microsoft.com/xrm/2011/Contracts\"", text, StringComparison.Ordinal);
        Assert.Contains("KeyValuePairOfstringanyType", text, StringComparison.Ordinal);
        Assert.Contains("http://schemas.datacontract.org/2004/07/System.Collections.Generic", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_keeps_its_filters_links_and_order()
    {
        var query = new QueryExpression("smsys_sms") { ColumnSet = new ColumnSet("subject"), Distinct = true, TopCount = 5 };
        query.Criteria.AddCondition("statuscode", ConditionOperator.In, 1, 2);
        query.Criteria.AddFilter(LogicalOperator.Or).AddCondition("createdon", ConditionOperator.LastXDays, 3);
        query.AddLink("contact", "regardingobjectid", "contactid").EntityAlias = "c";
        query.AddOrder("createdon", OrderType.Descending);
        query.PageInfo = new PagingInfo { Count = 50, PageNumber = 2, PagingCookie = "<cookie/>" };

        var back = Assert.IsType<QueryExpression>(RoundTrip.Of<QueryBase>(query));

        Assert.Equal(["subject"], back.ColumnSet.Columns);
        Assert.Equal([1, 2], back.Criteria.Conditions[0].Values);
        Assert.Equal(ConditionOperator.LastXDays, back.Criteria.Filters[0].Conditions[0].Operator);
        Assert.Equal("c", back.LinkEntities[0].EntityAlias);
        Assert.Equal(OrderType.Descending, back.Orders[0].OrderType);
        Assert.Equal("<cookie/>", back.PageInfo.PagingCookie);
        Assert.Equal(5, back.TopCount);
    }

    [Fact]
    public void A_typed_request_is_its_parameters()
    {
        var request = new UpdateRequest { Target = new Entity("contact", Id), ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };

        Assert.Equal("Update", request.RequestName);
        Assert.Same(request.Target, request.Parameters["Target"]);
        Assert.Equal(ConcurrencyBehavior.IfRowVersionMatches, request["ConcurrencyBehavior"]);
        Assert.Null(new UpdateRequest().Target);
        Assert.Equal(Id, new CreateResponse { Results = { ["id"] = Id } }.id);
        Assert.Equal("SetState", new SetStateRequest().RequestName);
        Assert.Equal(AccessRights.ReadAccess | AccessRights.WriteAccess, new RetrievePrincipalAccessResponse { Results = { ["AccessRights"] = (AccessRights)3 } }.AccessRights);
    }

    [Fact]
    public void A_request_in_a_batch_survives_the_wire()
    {
        var batch = new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = true },
            Requests = [new CreateRequest { Target = new Entity("contact") { ["firstname"] = "نرگس" } }],
        };

        var back = RoundTrip.WithResolver<OrganizationRequest>(batch);

        var requests = Assert.IsType<OrganizationRequestCollection>(back["Requests"]);
        Assert.Equal("نرگس", ((Entity)requests[0]["Target"])["firstname"]);
    }

    [Fact]
    public void A_fault_carries_code_details_and_the_fault_within()
    {
        var fault = new OrganizationServiceFault
        {
            ErrorCode = -2147220937,
            Message = "A record with matching key values already exists.",
            ErrorDetails = { ["CallStack"] = "…" },
            InnerFault = new OrganizationServiceFault { ErrorCode = 1 },
        };

        var back = RoundTrip.Of(fault);
        var thrown = new FaultException<OrganizationServiceFault>(back, back.Message);

        Assert.Equal(-2147220937, thrown.Detail.ErrorCode);
        Assert.Equal(fault.Message, thrown.Message);
        Assert.Equal("…", back.ErrorDetails["CallStack"]);
        Assert.Equal(1, back.InnerFault.ErrorCode);
    }

    [Fact]
    public void A_plugins_refusal_has_a_status_for_the_asynchronous_service()
    {
        var refusal = new InvalidPluginExecutionException(OperationStatus.Retry, -5, "سرویس پیامک در دسترس نیست.");

        Assert.Equal(OperationStatus.Retry, refusal.Status);
        Assert.Equal(-5, refusal.ErrorCode);
        Assert.Equal(OperationStatus.Failed, new InvalidPluginExecutionException("نه").Status);
        Assert.Equal(new Exception().HResult, new InvalidPluginExecutionException("نه").ErrorCode);
    }

    [Fact]
    public void Metadata_keeps_its_kinds()
    {
        var attribute = new PicklistAttributeMetadata("smsys_Kind") { LogicalName = "smsys_kind", DisplayName = new Label("نوع", 1065), OptionSet = new OptionSetMetadata() };
        attribute.OptionSet.Options.Add(new OptionMetadata(new Label("ارسال", 1065), 1));

        var back = Assert.IsType<PicklistAttributeMetadata>(RoundTrip.Of<AttributeMetadata>(attribute));

        Assert.Equal(AttributeTypeCode.Picklist, back.AttributeType);
        Assert.Equal("نوع", back.DisplayName.UserLocalizedLabel.Label);
        Assert.Equal(1, Assert.Single(back.OptionSet.Options).Value);
    }

    public sealed class Stranger
    {
    }

    [DataContract]
    [EntityLogicalName("smsys_sms")]
    public sealed class Sms : Entity
    {
        public Sms()
            : base("smsys_sms")
        {
        }
    }
}
