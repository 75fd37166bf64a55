using System.Linq;
using smSys.Providers.Generic.Answers;

namespace smSys.Providers.Generic.Definitions;

/// <summary>Judges what single fields cannot tell: whether a definition could send twice, or take a wrong word for a proof.</summary>
internal sealed class DefinitionJudge
{
    private readonly DefinitionNode _root;
    private readonly DefinitionProblems _problems;

    public DefinitionJudge(DefinitionNode root, DefinitionProblems problems)
    {
        _root = root;
        _problems = problems;
    }

    public void Judge(HttpDefinition definition)
    {
        if (definition.Send is null)
        {
            _problems.Add("send", "say how one message is sent; this operation cannot be missing.");
        }

        bool allowed = DefinitionFields.Flag(_root, "allowGetForSending", _problems);
        JudgeSend("send", definition.Send, allowed);
        JudgeSend("sendMany", definition.SendMany, allowed);
        JudgeMany(definition.SendMany);
        JudgeAsk(definition);
        JudgeStates(definition);
        if (definition.Receive is { CursorIsNewestId: true } receive && !receive.Answer.RowFields.ContainsKey("id"))
        {
            _problems.Add("receive.row.id", "the cursor is the newest id, so say where a row holds its id.");
        }
    }

    private void JudgeSend(string name, HttpOperation? send, bool getIsAllowed)
    {
        if (send is null)
        {
            return;
        }

        if (send.Request.IsGet && !getIsAllowed)
        {
            _problems.Add(name + ".method", "a GET that sends may be repeated by the platform, so that people get a message several times; use POST, or write \"allowGetForSending\": true to take that risk.");
        }

        foreach (string needed in new[] { "text", "recipient" })
        {
            if (!send.Request.Uses(needed) && !send.Request.Uses(needed + "s"))
            {
                _problems.Add(name, "the request says nowhere {" + needed + "}.");
            }
        }

        bool byReference = send.Answer.Fields.TryGetValue("id", out Places? id) && id.All.Any(locator => locator.IsReference);
        if (byReference && !send.Request.Uses("reference") && !send.Request.Uses("references"))
        {
            _problems.Add(name + ".id", "our reference stands for the provider's id, so the request has to carry {reference}.");
        }

        if (byReference && send.Answer.Success.At is null)
        {
            _problems.Add(name + ".success", "without an id in the answer a status alone proves nothing, any web page has one; look into the answer with at, too.");
        }
    }

    private void JudgeMany(HttpOperation? many)
    {
        if (many is null)
        {
            return;
        }

        foreach (string name in new[] { "recipient", "reference", "index", "coding" })
        {
            if (many.Request.UsesOnce(name))
            {
                _problems.Add("sendMany", "{" + name + "} belongs to one message; write it into each" + (name is "recipient" or "reference" ? ", or write {" + name + "s}." : "."));
            }
        }

        if (many.Answer.Rows is null && many.Answer.Fields.TryGetValue("id", out Places? id) && !id.All.All(locator => locator.IsReference))
        {
            _problems.Add("sendMany.id", "one id for all messages could not tell them apart; say rows and row.id, or write \"reference\".");
        }
    }

    private void JudgeAsk(HttpDefinition definition)
    {
        if (definition.Ask is not HttpOperation ask)
        {
            return;
        }

        JudgeLimit("ask", ask, "reference");
        if (definition.Send?.Request.Uses("reference") == false)
        {
            _problems.Add("ask", "nobody can be asked by our reference that send does not give; write {reference} into send.");
        }

        if (definition.SendMany is HttpOperation many && !many.Request.Uses("reference") && !many.Request.Uses("references"))
        {
            _problems.Add("ask", "sendMany does not give our references, so its messages could not be asked about; write {reference} into each.");
        }

        AnswerRules answer = ask.Answer;
        bool provesAbsence = answer.Absent is not null || answer.RowAbsent is not null || answer.Rows?.Path?.NamesContainer == true;
        if (!provesAbsence)
        {
            _problems.Add("ask.absent", "say how the provider says that it does not have a message; without that, an answer that was cut short would pass for \"never arrived\".");
        }

        JudgeStateCodes("ask", answer);
    }

    private void JudgeStates(HttpDefinition definition)
    {
        if (definition.States is HttpOperation states)
        {
            JudgeLimit("states", states, "id");
            JudgeStateCodes("states", states.Answer);
        }
    }

    private void JudgeStateCodes(string name, AnswerRules answer)
    {
        bool reads = answer.Fields.ContainsKey("state") || answer.RowFields.ContainsKey("state");
        if (reads && !answer.States.Rows.Any())
        {
            _problems.Add(name + ".stateCodes", "say what the provider's states mean, for example { \"1\": \"Delivered\" }; what is not named is unknown.");
        }
    }

    private void JudgeLimit(string name, HttpOperation operation, string placeholder)
    {
        bool one = operation.Request.Uses(placeholder);
        bool many = operation.Request.Uses(placeholder + "s");
        if (!one && !many)
        {
            _problems.Add(name, "the request says nowhere {" + placeholder + "} or {" + placeholder + "s}.");
        }

        if (operation.Limit > 1 && !many)
        {
            _problems.Add(name + ".limit", "a call about several needs {" + placeholder + "s} in its request.");
        }

        if (operation.Limit > 1 && operation.Answer.Rows is null)
        {
            _problems.Add(name + ".rows", "an answer about several has rows; say where, for example $.items[*].");
        }
    }
}
