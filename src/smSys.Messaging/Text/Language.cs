namespace smSys.Messaging.Text;

/// <summary>A language that smSys speaks; the values are Windows language ids, as Dynamics stores them.</summary>
public enum Language
{
    /// <summary>1033.</summary>
    English = 1033,

    /// <summary>1065.</summary>
    Persian = 1065,
}

/// <summary>Chooses a language.</summary>
public static class Languages
{
    /// <summary>Persian for 1065, English for everything else.</summary>
    public static Language FromLcid(int lcid) => lcid == (int)Language.Persian ? Language.Persian : Language.English;
}
