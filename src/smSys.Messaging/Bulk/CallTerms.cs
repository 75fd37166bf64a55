using System;
using smSys.Messaging.Sending;

namespace smSys.Messaging.Bulk;

/// <summary>What the answers of an account are judged by.</summary>
/// <param name="Policy">The setting's.</param>
/// <param name="CanAsk">The provider can be asked by our reference.</param>
/// <param name="OneReferenceACall">It keeps one reference a call; the call can only be asked about as a whole.</param>
/// <param name="AskWindow">After that an absence says nothing; zero: no limit.</param>
/// <param name="Fraction">Chance, from 0 to 1, to spread retries.</param>
public sealed record CallTerms(RetryPolicy Policy, bool CanAsk, bool OneReferenceACall, TimeSpan AskWindow, double Fraction);
