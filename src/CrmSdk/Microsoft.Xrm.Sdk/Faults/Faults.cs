using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    [DataContract(Name = "BaseServiceFault", Namespace = Wire.Contracts)]
    [KnownType(typeof(OrganizationServiceFault))]
    public abstract class BaseServiceFault : IExtensibleDataObject
    {
        private ErrorDetailCollection details;

        protected BaseServiceFault()
        {
        }

        [DataMember]
        public int ErrorCode { get; set; }

        [DataMember]
        public string Message { get; set; }

        [DataMember]
        public DateTime Timestamp { get; set; }

        [DataMember]
        public ErrorDetailCollection ErrorDetails
        {
            get { return details ?? (details = new ErrorDetailCollection()); }
            set { details = value; }
        }

        [DataMember]
        public Guid ActivityId { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    /// <summary>What the organization service says when it refuses: the code is the platform's, the message its words.</summary>
    [DataContract(Name = "OrganizationServiceFault", Namespace = Wire.Contracts)]
    public class OrganizationServiceFault : BaseServiceFault
    {
        [DataMember]
        public OrganizationServiceFault InnerFault { get; set; }

        [DataMember]
        public string TraceText { get; set; }

        public override string ToString()
        {
            return "ErrorCode: " + ErrorCode + ", Message: " + Message;
        }
    }

    /// <summary>
    /// How a plug-in refuses an operation: the message goes to the user, the status to the asynchronous service. The error code
    /// is the exception's HResult, so without one of its own it is that of any exception.
    /// </summary>
    [Serializable]
    public sealed class InvalidPluginExecutionException : Exception, ISerializable
    {
        public InvalidPluginExecutionException()
        {
        }

        public InvalidPluginExecutionException(string message)
            : base(message)
        {
        }

        public InvalidPluginExecutionException(string message, Exception exception)
            : base(message, exception)
        {
        }

        public InvalidPluginExecutionException(OperationStatus status)
            : this(status, string.Empty)
        {
        }

        public InvalidPluginExecutionException(OperationStatus status, string message)
            : this(status, 0, message)
        {
        }

        public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message)
            : base(message)
        {
            Status = status;
            if (errorCode != 0)
            {
                HResult = errorCode;
            }
        }

        private InvalidPluginExecutionException(SerializationInfo info, StreamingContext context)
            : base(info, context)
        {
            Status = (OperationStatus)info.GetInt32("Status");
        }

        public OperationStatus Status { get; private set; }

        public int ErrorCode
        {
            get { return HResult; }
        }

        public override void GetObjectData(SerializationInfo info, StreamingContext context)
        {
            base.GetObjectData(info, context);
            info.AddValue("Status", (int)Status);
        }
    }
}
