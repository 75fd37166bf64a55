using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class LocalTimeFromUtcTimeRequest : OrganizationRequest
    {
        public LocalTimeFromUtcTimeRequest()
        {
            RequestName = "LocalTimeFromUtcTime";
        }

        public int TimeZoneCode
        {
            get { return Parameters.Contains("TimeZoneCode") ? (int)Parameters["TimeZoneCode"] : default(int); }
            set { Parameters["TimeZoneCode"] = value; }
        }

        public DateTime UtcTime
        {
            get { return Parameters.Contains("UtcTime") ? (DateTime)Parameters["UtcTime"] : default(DateTime); }
            set { Parameters["UtcTime"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class LocalTimeFromUtcTimeResponse : OrganizationResponse
    {
        public LocalTimeFromUtcTimeResponse()
        {
            ResponseName = "LocalTimeFromUtcTime";
        }

        public DateTime LocalTime
        {
            get { return Results.Contains("LocalTime") ? (DateTime)Results["LocalTime"] : default(DateTime); }
        }
    }
}
