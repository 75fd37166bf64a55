namespace CrmEmulator.Metadata;

/// <summary>What a column holds; decides its storage, its CLR type and the operators it understands.</summary>
public enum ColumnKind
{
    Key,
    Text,
    Memo,
    Integer,
    BigInteger,
    Decimal,
    Double,
    Money,
    Boolean,
    DateTime,
    Choice,
    Choices,
    State,
    Status,
    Lookup,
    Customer,
    Owner,
    UniqueId,
    TableName,
    PartyList,
}
