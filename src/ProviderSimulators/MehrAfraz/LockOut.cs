namespace ProviderSimulators.MehrAfraz;

/// <summary>Counts wrong passwords: two more tries, one more, then three minutes of nothing, also for the right one.</summary>
internal sealed class LockOut
{
    private static readonly TimeSpan Suspension = TimeSpan.FromMinutes(3);
    private readonly Lock _lock = new();
    private int _wrong;
    private DateTime _until = DateTime.MinValue;

    /// <summary>The answer to a try: 0 when it may go on.</summary>
    public long Try(bool isRight, DateTime now)
    {
        lock (_lock)
        {
            if (now < _until)
            {
                return MehrAfrazSimulator.Suspended;
            }

            if (isRight)
            {
                _wrong = 0;
                return 0;
            }

            switch (++_wrong)
            {
                case 1:
                    return MehrAfrazSimulator.TwoTriesLeft;
                case 2:
                    return MehrAfrazSimulator.OneTryLeft;
                default:
                    _wrong = 0;
                    _until = now + Suspension;
                    return MehrAfrazSimulator.Suspended;
            }
        }
    }
}
