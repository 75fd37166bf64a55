using System;
using System.Collections.Generic;

namespace smSys.Messaging.Providers;

/// <summary>What to read.</summary>
/// <param name="Line">The line that messages arrived on, digits only.</param>
/// <param name="Cursor">What the last page gave, or null at the beginning; opaque to everybody but its adapter.</param>
/// <param name="Since">Earliest time in UTC, where the provider can filter by it.</param>
/// <param name="Until">The present time in UTC, where the provider wants an end.</param>
public sealed record ReceiveRequest(string Line, string? Cursor, DateTime Since, DateTime Until);

/// <summary>A page of incoming messages.</summary>
/// <param name="Messages">Oldest first.</param>
/// <param name="Cursor">To be saved after the messages were stored, and given back next time.</param>
/// <param name="HasMore">Another page may be read at once.</param>
public sealed record ReceivedPage(IReadOnlyList<ReceivedMessage> Messages, string? Cursor, bool HasMore);

/// <summary>One incoming message as the provider tells it.</summary>
/// <param name="ProviderMessageId">Null when the provider gives none; then a digest identifies it.</param>
/// <param name="Sender">As the provider writes it; parsed by the caller.</param>
/// <param name="Line">As the provider writes it, digits only.</param>
/// <param name="Text">Decoded.</param>
/// <param name="Time">The provider's time in UTC, when it gives one.</param>
public sealed record ReceivedMessage(string? ProviderMessageId, string Sender, string Line, string Text, DateTime? Time);
