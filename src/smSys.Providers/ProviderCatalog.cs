using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Asanak;
using smSys.Providers.Atieh;
using smSys.Providers.BSms;
using smSys.Providers.Callbacks;
using smSys.Providers.Generic;
using smSys.Providers.Ghasedak;
using smSys.Providers.Kavenegar;
using smSys.Providers.MehrAfraz;
using smSys.Providers.ParsGreen;
using smSys.Providers.PayamakPanel;
using smSys.Providers.Rahyab;
using smSys.Providers.Tooba;

namespace smSys.Providers;

/// <summary>The adapters by their stable names, as SMS Setting stores them.</summary>
public static class ProviderCatalog
{
    /// <summary>The names that <see cref="Create"/> knows, lower case.</summary>
    public static IReadOnlyList<string> Kinds =>
    [
        AsanakProvider.Kind,
        AtiehProvider.Kind,
        BSmsProvider.Kind,
        GhasedakProvider.Kind,
        HttpProvider.Kind,
        KavenegarProvider.Kind,
        MehrAfrazProvider.Kind,
        ParsGreenProvider.Kind,
        PayamakPanelProvider.Kind,
        RahyabProvider.Kind,
        ToobaProvider.Kind,
    ];

    /// <summary>Makes the adapter of an account. It may be disposed (<see cref="IDisposable"/>) when the execution ends.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>; case does not matter.</param>
    /// <param name="account">Address, credentials, time-outs and options.</param>
    /// <param name="surroundings">Null in Dynamics.</param>
    /// <exception cref="ArgumentException">There is no such adapter.</exception>
    public static ISmsProvider Create(string kind, ProviderAccount account, ProviderSurroundings? surroundings = null)
    {
        surroundings ??= new ProviderSurroundings();
        return kind.Trim().ToLowerInvariant() switch
        {
            AsanakProvider.Kind => new AsanakProvider(account, surroundings),
            AtiehProvider.Kind => new AtiehProvider(account, surroundings),
            BSmsProvider.Kind => BSmsProvider.Create(account, surroundings),
            GhasedakProvider.Kind => new GhasedakProvider(account, surroundings),
            MehrAfrazProvider.Kind => new MehrAfrazProvider(account, surroundings),
            HttpProvider.Kind => new HttpProvider(account, surroundings),
            RahyabProvider.Kind when BSmsProvider.IsRahyabPanel(account.Options) => BSmsProvider.CreateRahyabPanel(account, surroundings),
            RahyabProvider.Kind => new RahyabProvider(account, surroundings),
            ToobaProvider.Kind => new ToobaProvider(account, surroundings),
            KavenegarProvider.Kind => new KavenegarProvider(account, surroundings),
            ParsGreenProvider.Kind => new ParsGreenProvider(account, surroundings),
            PayamakPanelProvider.Kind => PayamakPanelProvider.Create(account, surroundings),
            _ => throw new ArgumentException("There is no provider kind \"" + kind + "\".", nameof(kind)),
        };
    }

    /// <summary>Makes the reader of what a kind of provider pushes.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>; case does not matter.</param>
    /// <param name="options">The account's options; those that begin with <c>callback.</c> change the parameter names.</param>
    /// <exception cref="ArgumentException">There is no such adapter.</exception>
    public static ICallbackReader CreateCallbackReader(string kind, IReadOnlyDictionary<string, string> options) => new CallbackReader(
        kind.Trim().ToLowerInvariant() switch
        {
            AsanakProvider.Kind => AsanakCodes.Callbacks,
            AtiehProvider.Kind => AtiehCodes.Callbacks,
            BSmsProvider.Kind => PayamakPanelCodes.Callbacks,
            GhasedakProvider.Kind => GhasedakCodes.Callbacks,
            MehrAfrazProvider.Kind => MehrAfrazCodes.Callbacks,
            HttpProvider.Kind => HttpProvider.Callbacks(options),
            RahyabProvider.Kind when BSmsProvider.IsRahyabPanel(options) => PayamakPanelCodes.Callbacks,
            RahyabProvider.Kind => RahyabCodes.Callbacks,
            ToobaProvider.Kind => ToobaCodes.Callbacks,
            KavenegarProvider.Kind => KavenegarCodes.Callbacks,
            ParsGreenProvider.Kind => ParsGreenCodes.Callbacks,
            PayamakPanelProvider.Kind => PayamakPanelCodes.Callbacks,
            _ => throw new ArgumentException("There is no provider kind \"" + kind + "\".", nameof(kind)),
        },
        options);
}
