namespace smSys.Providers.Generic.Requests;

/// <summary>Where in a request a value stands; it decides how the value is written.</summary>
internal enum Place
{
    /// <summary>A segment of the address.</summary>
    Path,

    /// <summary>Behind the address's question mark.</summary>
    Query,

    /// <summary>A form body.</summary>
    Form,

    /// <summary>Between the quotes of a JSON text.</summary>
    JsonString,

    /// <summary>A whole JSON value: a number, an array, our own repeated part.</summary>
    JsonValue,

    /// <summary>Between XML tags.</summary>
    XmlText,

    /// <summary>Between the quotes of an XML attribute.</summary>
    XmlAttribute,

    /// <summary>A header's value.</summary>
    Header,

    /// <summary>A body without a syntax.</summary>
    Plain,
}
