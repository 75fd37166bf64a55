namespace CrmEmulator.Faults;

/// <summary>A fault's number as Dynamics gives it, with the name Microsoft's list of error codes has for it.</summary>
public readonly record struct FaultCode(int Value, string Name)
{
    internal static FaultCode Of(uint value, string name) => new(unchecked((int)value), name);
}
