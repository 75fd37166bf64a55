using System.Linq;
using smSys.Crm.Sentences;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Keywords;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>The text of an answer, by SMS, e-mail or fax: the action's template, else its own text.</summary>
public static class AnswerText
{
    /// <summary>Renders it.</summary>
    /// <exception cref="RefusalException">There is neither, a value is missing, or the template is gone.</exception>
    public static string Of(KeywordAction action, ActionScene scene)
    {
        if (action.TemplateId is { } id && TemplateBook.Read(scene.Composition.Services.System, id) is { } template)
        {
            return ActionText.Render(template, scene);
        }

        var text = string.IsNullOrWhiteSpace(action.Text) ? string.Empty : ActionText.Render(action.Text!, scene);
        return text.Any(c => !char.IsWhiteSpace(c)) ? text : throw new RefusalException(
            "reply-text",
            "No answer was sent, because the keyword's action has neither a template nor a text.",
            "پاسخی فرستاده نشد، چون عمل این کلیدواژه نه الگو دارد و نه متن.");
    }

    /// <summary>The subject of an e-mail or fax: the action's title, else the first line of what the customer wrote.</summary>
    public static string Subject(KeywordAction action, ActionScene scene)
    {
        var title = action.Title is null ? string.Empty : ActionText.Render(action.Title, scene);
        var subject = string.IsNullOrWhiteSpace(title) ? InboundMessage.Subject(scene.Message.Text ?? string.Empty) : title;
        return subject.Length <= 200 ? subject : subject.Substring(0, 200);
    }
}
