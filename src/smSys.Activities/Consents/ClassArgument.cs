using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Activities.Consents;

/// <summary>Message classes as arguments.</summary>
internal static class ClassArgument
{
    /// <summary>The class; service when none was given.</summary>
    /// <exception cref="RefusalException">There is no such class.</exception>
    public static MessageClass Of(OptionSetValue? given) => given is null ? MessageClass.Service
        : Enum.IsDefined(typeof(MessageClass), given.Value) ? (MessageClass)given.Value
        : throw new RefusalException("message-class", "There is no such message class.", "چنین رده‌ای از پیام نیست.");
}
