using System;
using System.Collections.Generic;

namespace smSys.Providers.Generic.Requests;

/// <summary>A named place in a request, <c>{name}</c> or <c>{name:form}</c>, and where it may stand.</summary>
internal sealed class Placeholder
{
    private static readonly string[] NumberForms = ["09", "9", "98", "+98", "0098"];
    private static readonly string[] TimeForms = ["iso", "unix", "milliseconds", "tehran"];

    /// <summary>Digits and the like by their nature: nothing in them could mean anything to any syntax.</summary>
    private static readonly string[] Plain = ["recipient", "reference", "limit", "index", "since", "until", "coding"];

    private static readonly string[] OfHeaders = [.. Plain, "recipients", "references", "line", "user", "secret", "basic"];
    private static readonly string[] OfPaths = ["recipient", "reference", "line", "user", "secret", "id", "limit"];
    private static readonly string[] Lists = ["recipients", "texts", "references", "ids"];

    private readonly IReadOnlyList<string> _forms;

    public Placeholder(string name, IReadOnlyList<string> forms)
    {
        Name = name;
        _forms = forms;
    }

    public string Name { get; }

    /// <summary>A number form such as <c>98</c>, or a time form such as <c>unix</c>; null: the usual one.</summary>
    public string? Form
    {
        get
        {
            foreach (string form in _forms)
            {
                if (Contains(NumberForms, form) || Contains(TimeForms, form))
                {
                    return form;
                }
            }

            return null;
        }
    }

    /// <summary>A list written as a JSON array instead of joined.</summary>
    public bool AsArray => Has("array");

    /// <summary>A number without quotes.</summary>
    public bool AsNumber => Has("number");

    /// <summary>Percent-encoded before anything else, for places that take plain ASCII only.</summary>
    public bool AsPercent => Has("percent");

    /// <summary>The repeated part, already encoded.</summary>
    public bool IsPart => Is("each");

    public bool Is(string name) => string.Equals(Name, name, StringComparison.Ordinal);

    /// <summary>What is wrong with the name or its forms; null when nothing is.</summary>
    public string? Problem(IReadOnlyList<string> known)
    {
        if (!Contains(known, Name))
        {
            return "there is no placeholder " + this + " here; known are {" + string.Join("}, {", known) + "}.";
        }

        foreach (string form in _forms)
        {
            bool fits = Is("recipient") || Is("recipients") ? Contains(NumberForms, form) : (Is("since") || Is("until")) && Contains(TimeForms, form);
            fits |= form == "array" && Contains(Lists, Name);
            fits |= form == "number" && (Is("reference") || Is("limit") || Is("index") || Is("coding"));
            fits |= form == "percent" && !IsPart;
            if (!fits)
            {
                return "the placeholder " + this + " has no form \"" + form + "\".";
            }
        }

        return Is("texts") && !AsArray ? "texts joined to one text could not be told apart; write {texts:array}." : null;
    }

    /// <summary>Why it may not stand at a place; null when it may.</summary>
    public string? Problem(Place place) => place switch
    {
        _ when IsPart && place is not (Place.JsonValue or Place.XmlText or Place.Form) => "{each} stands for whole parts of the body; put it where such a part begins.",
        Place.Path when !Contains(OfPaths, Name) => this + " cannot be part of the path; put it behind the question mark or into the body.",
        Place.Header when !AsPercent && !Contains(OfHeaders, Name) => this + " may hold what no header can carry; write {" + Name + ":percent} or put it into the body.",
        Place.JsonValue when !IsBare => this + " is a text; put it into quotes.",
        _ => null,
    };

    /// <summary>A body without a syntax may hold it beside other things.</summary>
    public bool IsPlain => Contains(Plain, Name) || AsPercent;

    /// <inheritdoc/>
    public override string ToString() => "{" + Name + (_forms.Count == 0 ? string.Empty : ":" + string.Join(":", _forms)) + "}";

    private bool IsBare => IsPart || AsArray || AsNumber || Is("reference") || Is("limit") || Is("index") || Is("coding") || Form is "unix" or "milliseconds";

    private bool Has(string form) => Contains(_forms, form);

    private static bool Contains(IReadOnlyList<string> list, string text)
    {
        foreach (string item in list)
        {
            if (string.Equals(item, text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
