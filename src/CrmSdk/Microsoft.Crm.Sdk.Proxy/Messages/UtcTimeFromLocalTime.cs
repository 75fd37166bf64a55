using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class UtcTimeFromLocalTimeRequest : OrganizationRequest
    {
        public UtcTimeFromLocalTimeRequest()
        {
            RequestName = "UtcTimeFromLocalTime";
        }

        public DateTime LocalTime
        {
            get { return Parameters.Contains("LocalTime") ? (DateTime)Parameters["LocalTime"] : default(DateTime); }
            set { Parameters["LocalTime"] = value; }
        }

        public int TimeZoneCode
        {
            get { return Parameters.Contains("TimeZoneCode") ? (int)Parameters["TimeZoneCode"] : default(int); }
            set { Parameters["TimeZoneCode"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class UtcTimeFromLocalTimeResponse : OrganizationResponse
    {
        public UtcTimeFromLocalTimeResponse()
        {
            ResponseName = "UtcTimeFromLocalTime";
        }

        public DateTime UtcTime
        {
            get { return Results.Contains("UtcTime") ? (DateTime)Results["UtcTime"] : default(DateTime); }
        }
    }
}
