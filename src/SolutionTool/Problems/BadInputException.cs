namespace SolutionTool.Problems;

/// <summary>The command was given something it cannot work on (a missing folder, a broken zip). The message is one sentence for the user.</summary>
public sealed class BadInputException(string sentence) : Exception(sentence);
