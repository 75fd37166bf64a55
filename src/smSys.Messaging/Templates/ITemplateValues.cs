namespace smSys.Messaging.Templates;

/// <summary>Where a template's values come from.</summary>
public interface ITemplateValues
{
    /// <summary>The value at the end of the path; null when a record on the way or the value is missing.</summary>
    TemplateValue? Find(TemplatePath path);
}
