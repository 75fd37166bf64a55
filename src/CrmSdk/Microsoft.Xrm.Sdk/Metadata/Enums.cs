using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "AssociatedMenuBehavior", Namespace = Wire.Metadata)]
    public enum AssociatedMenuBehavior
    {
        [EnumMember]
        UseCollectionName = 0,
        [EnumMember]
        UseLabel = 1,
        [EnumMember]
        DoNotDisplay = 2,
    }

    [DataContract(Name = "AssociatedMenuGroup", Namespace = Wire.Metadata)]
    public enum AssociatedMenuGroup
    {
        [EnumMember]
        Details = 0,
        [EnumMember]
        Sales = 1,
        [EnumMember]
        Service = 2,
        [EnumMember]
        Marketing = 3,
    }

    [DataContract(Name = "AttributeRequiredLevel", Namespace = Wire.Metadata)]
    public enum AttributeRequiredLevel
    {
        [EnumMember]
        None = 0,
        [EnumMember]
        SystemRequired = 1,
        [EnumMember]
        ApplicationRequired = 2,
        [EnumMember]
        Recommended = 3,
    }

    [DataContract(Name = "AttributeTypeCode", Namespace = Wire.Metadata)]
    public enum AttributeTypeCode
    {
        [EnumMember]
        Boolean = 0,
        [EnumMember]
        Customer = 1,
        [EnumMember]
        DateTime = 2,
        [EnumMember]
        Decimal = 3,
        [EnumMember]
        Double = 4,
        [EnumMember]
        Integer = 5,
        [EnumMember]
        Lookup = 6,
        [EnumMember]
        Memo = 7,
        [EnumMember]
        Money = 8,
        [EnumMember]
        Owner = 9,
        [EnumMember]
        PartyList = 10,
        [EnumMember]
        Picklist = 11,
        [EnumMember]
        State = 12,
        [EnumMember]
        Status = 13,
        [EnumMember]
        String = 14,
        [EnumMember]
        Uniqueidentifier = 15,
        [EnumMember]
        CalendarRules = 16,
        [EnumMember]
        Virtual = 17,
        [EnumMember]
        BigInt = 18,
        [EnumMember]
        ManagedProperty = 19,
        [EnumMember]
        EntityName = 20,
    }

    [DataContract(Name = "CascadeType", Namespace = Wire.Metadata)]
    public enum CascadeType
    {
        [EnumMember]
        NoCascade = 0,
        [EnumMember]
        Cascade = 1,
        [EnumMember]
        Active = 2,
        [EnumMember]
        UserOwned = 3,
        [EnumMember]
        RemoveLink = 4,
        [EnumMember]
        Restrict = 5,
    }

    [DataContract(Name = "DateTimeFormat", Namespace = Wire.Metadata)]
    public enum DateTimeFormat
    {
        [EnumMember]
        DateOnly = 0,
        [EnumMember]
        DateAndTime = 1,
    }

    [Flags]
    [DataContract(Name = "EntityFilters", Namespace = Wire.Metadata)]
    public enum EntityFilters
    {
        [EnumMember]
        Default = 1,
        [EnumMember]
        Entity = 1,
        [EnumMember]
        Attributes = 2,
        [EnumMember]
        Privileges = 4,
        [EnumMember]
        Relationships = 8,
        [EnumMember]
        All = 15,
    }

    [DataContract(Name = "ImeMode", Namespace = Wire.Metadata)]
    public enum ImeMode
    {
        [EnumMember]
        Auto = 0,
        [EnumMember]
        Inactive = 1,
        [EnumMember]
        Active = 2,
        [EnumMember]
        Disabled = 3,
    }

    [DataContract(Name = "IntegerFormat", Namespace = Wire.Metadata)]
    public enum IntegerFormat
    {
        [EnumMember]
        None = 0,
        [EnumMember]
        Duration = 1,
        [EnumMember]
        TimeZone = 2,
        [EnumMember]
        Language = 3,
        [EnumMember]
        Locale = 4,
    }

    [DataContract(Name = "LookupFormat", Namespace = Wire.Metadata)]
    public enum LookupFormat
    {
        [EnumMember]
        None = 0,
        [EnumMember]
        Connection = 1,
        [EnumMember]
        Regarding = 2,
        [EnumMember]
        Text = 3,
    }

    [DataContract(Name = "OptionSetType", Namespace = Wire.Metadata)]
    public enum OptionSetType
    {
        [EnumMember]
        Picklist = 0,
        [EnumMember]
        State = 1,
        [EnumMember]
        Status = 2,
        [EnumMember]
        Boolean = 3,
    }

    [Flags]
    [DataContract(Name = "OwnershipTypes", Namespace = Wire.Metadata)]
    public enum OwnershipTypes
    {
        [EnumMember]
        None = 0,
        [EnumMember]
        UserOwned = 1,
        [EnumMember]
        TeamOwned = 2,
        [EnumMember]
        BusinessOwned = 4,
        [EnumMember]
        OrganizationOwned = 8,
        [EnumMember]
        BusinessParented = 16,
    }

    [DataContract(Name = "PrivilegeType", Namespace = Wire.Metadata)]
    public enum PrivilegeType
    {
        [EnumMember]
        None = 0,
        [EnumMember]
        Create = 1,
        [EnumMember]
        Read = 2,
        [EnumMember]
        Write = 3,
        [EnumMember]
        Delete = 4,
        [EnumMember]
        Assign = 5,
        [EnumMember]
        Share = 6,
        [EnumMember]
        Append = 7,
        [EnumMember]
        AppendTo = 8,
    }

    [DataContract(Name = "RelationshipType", Namespace = Wire.Metadata)]
    public enum RelationshipType
    {
        [EnumMember]
        Default = 0,
        [EnumMember]
        OneToManyRelationship = 0,
        [EnumMember]
        ManyToManyRelationship = 1,
    }

    [Flags]
    [DataContract(Name = "SecurityTypes", Namespace = Wire.Metadata)]
    public enum SecurityTypes
    {
        [EnumMember]
        None = 0,
        [EnumMember]
        Append = 1,
        [EnumMember]
        ParentChild = 2,
        [EnumMember]
        Pointer = 4,
        [EnumMember]
        Inheritance = 8,
    }

    [DataContract(Name = "StringFormat", Namespace = Wire.Metadata)]
    public enum StringFormat
    {
        [EnumMember]
        Email = 0,
        [EnumMember]
        Text = 1,
        [EnumMember]
        TextArea = 2,
        [EnumMember]
        Url = 3,
        [EnumMember]
        TickerSymbol = 4,
        [EnumMember]
        PhoneticGuide = 5,
        [EnumMember]
        VersionNumber = 6,
        [EnumMember]
        Phone = 7,
    }
}
