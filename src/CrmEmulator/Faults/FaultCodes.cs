namespace CrmEmulator.Faults;

/// <summary>The one table of fault numbers the emulator answers with.</summary>
public static class FaultCodes
{
    public static readonly FaultCode InvalidArgument = FaultCode.Of(0x80040203, nameof(InvalidArgument));
    public static readonly FaultCode UnManagedIdsMissing = FaultCode.Of(0x80040200, "unManagedidsmissingparameter");
    public static readonly FaultCode ObjectDoesNotExist = FaultCode.Of(0x80040217, nameof(ObjectDoesNotExist));
    public static readonly FaultCode PrivilegeDenied = FaultCode.Of(0x80040220, nameof(PrivilegeDenied));
    public static readonly FaultCode AccessDenied = FaultCode.Of(0x80048306, nameof(AccessDenied));
    public static readonly FaultCode UserDisabled = FaultCode.Of(0x80040225, nameof(UserDisabled));
    public static readonly FaultCode UserDoesNotExist = FaultCode.Of(0x80041D1F, nameof(UserDoesNotExist));
    public static readonly FaultCode DuplicateRecord = FaultCode.Of(0x80040237, nameof(DuplicateRecord));
    public static readonly FaultCode DuplicateRecordEntityKey = FaultCode.Of(0x80060892, nameof(DuplicateRecordEntityKey));
    public static readonly FaultCode RecordNotFoundByEntityKey = FaultCode.Of(0x80060891, nameof(RecordNotFoundByEntityKey));
    public static readonly FaultCode InvalidEntityKey = FaultCode.Of(0x80060890, nameof(InvalidEntityKey));
    public static readonly FaultCode ConcurrencyVersionMismatch = FaultCode.Of(0x80060882, nameof(ConcurrencyVersionMismatch));
    public static readonly FaultCode ConcurrencyVersionNotProvided = FaultCode.Of(0x80060883, nameof(ConcurrencyVersionNotProvided));
    public static readonly FaultCode InvalidStateCodeStatusCode = FaultCode.Of(0x80048408, nameof(InvalidStateCodeStatusCode));
    public static readonly FaultCode StringLengthTooLong = FaultCode.Of(0x80044331, nameof(StringLengthTooLong));
    public static readonly FaultCode ValueOutOfRange = FaultCode.Of(0x80044330, nameof(ValueOutOfRange));
    public static readonly FaultCode OptionOutOfRange = FaultCode.Of(0x8004431A, "PicklistValueOutOfRange");
    public static readonly FaultCode DateOutOfRange = FaultCode.Of(0x80040239, "InvalidDateTime");
    public static readonly FaultCode QueryUnknownTable = FaultCode.Of(0x80041102, "QueryBuilderNoEntity");
    public static readonly FaultCode QueryUnknownColumn = FaultCode.Of(0x80041103, "QueryBuilderNoAttribute");
    public static readonly FaultCode QueryInvalidAlias = FaultCode.Of(0x80041130, "QueryBuilderInvalidAlias");
    public static readonly FaultCode QueryInvalidCondition = FaultCode.Of(0x80041108, "QueryBuilderConditionOperator");
    public static readonly FaultCode QueryInvalidLink = FaultCode.Of(0x80041107, "QueryBuilderLinkNodeForOrderNotFound");
    public static readonly FaultCode QueryInvalidPaging = FaultCode.Of(0x80041129, "QueryBuilderInvalidPaging");
    public static readonly FaultCode FetchInvalid = FaultCode.Of(0x8004111C, "InvalidXmlFetch");
    public static readonly FaultCode AggregateLimit = FaultCode.Of(0x8004E023, "AggregateQueryRecordLimitExceeded");
    public static readonly FaultCode DeleteRestricted = FaultCode.Of(0x8004F01F, "CannotDeleteDueToAssociation");
    public static readonly FaultCode MessageNotSupported = FaultCode.Of(0x80040800, "NotSupported");
    public static readonly FaultCode UnknownMessage = FaultCode.Of(0x80040801, "NotImplemented");
    public static readonly FaultCode SecuredColumnUpdate = FaultCode.Of(0x8004F508, "AttributePermissionUpdateIsMissingDuringUpdate");
    public static readonly FaultCode SecuredColumnCreate = FaultCode.Of(0x8004F507, "AttributePermissionCreateIsMissing");
    public static readonly FaultCode SecuredColumnRead = FaultCode.Of(0x8004F506, "AttributePermissionReadIsMissing");
    public static readonly FaultCode ListNotStatic = FaultCode.Of(0x8004F707, "CannotAddMembersToDynamicList");
    public static readonly FaultCode ListMemberTypeMismatch = FaultCode.Of(0x80040331, "InvalidListMemberType");
    public static readonly FaultCode ImportFailed = FaultCode.Of(0x80048060, "ImportSolutionError");
    public static readonly FaultCode BatchSizeExceeded = FaultCode.Of(0x80048D60, "ExecuteMultipleRequestSizeExceeded");
    public static readonly FaultCode BatchNesting = FaultCode.Of(0x80048D61, "ExecuteMultipleNesting");
    public static readonly FaultCode Unexpected = FaultCode.Of(0x80040216, "UnexpectedError");
}
