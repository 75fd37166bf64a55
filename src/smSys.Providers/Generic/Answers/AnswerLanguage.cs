namespace smSys.Providers.Generic.Answers;

/// <summary>What an answer has to be written in to be believed.</summary>
internal enum AnswerLanguage
{
    Json,
    Xml,
    Text,
}
