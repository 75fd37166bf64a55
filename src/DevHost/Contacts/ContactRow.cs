namespace DevHost.Contacts;

/// <summary>A person as a row of the file gives them; empty where the file has no such column.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="FirstName">Column firstname.</param>
/// <param name="LastName">Column lastname.</param>
/// <param name="JobTitle">Column jobtitle.</param>
/// <param name="MobilePhone">Column mobilephone, as typed.</param>
/// <param name="Company">Column company: the name of the account the contact belongs to.</param>
public sealed record ContactRow(int Line, string FirstName, string LastName, string JobTitle, string MobilePhone, string Company);

/// <summary>A row that could not be used, and why.</summary>
public sealed record RowProblem(int Line, string Reason);
